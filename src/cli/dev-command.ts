import path from 'node:path';
import { countFaults, diagnosticPrinter } from '../base/diagnostics/print.ts';
import type { LoadPipeline, PlannedDeck } from '../base/pipeline.ts';
import type { Terminal } from '../base/terminal.ts';
import { count, formatPath, formatTime } from '../base/units.ts';
import type { Session } from '../dev/session.ts';
import { parseArguments } from './arguments.ts';
import { type Command, exitCodes } from './command.ts';
import { helpOption } from './help.ts';
import { planDecks } from './plan.ts';
import { UsageError } from './usage-error.ts';

const options = {
  port: { type: 'string', value: 'PORT', help: 'listen on this port (default: one that is free)' },
  host: { type: 'boolean', help: 'let other machines in, by addresses with a secret in them' },
  stay: { type: 'boolean', help: 'stay on the slide that is shown when another one is edited' },
  poll: { type: 'boolean', help: 'look at the files twice a second: for network drives' },
  root: { type: 'string', value: 'DIR', help: 'let decks name files below DIR, and no others' },
  'allow-remote': { type: 'boolean', help: 'leave links to remote images, video and audio' },
  help: helpOption,
} as const;

export const devCommand: Command = {
  name: 'dev',
  summary: 'show decks in the browser as they are written',
  operands: '[deck.md …]',
  details: `Serves the page that build would write, and changes it in the browser with every save, of
the deck or of anything that it names: only the slides that are new, without a reload.
The slide edited last comes up. Faults lie over the deck, which stays as it was last good.

E edits the slide's Markdown in the page: the slide shows what is typed, Ctrl+S saves it.
What another editor saves meanwhile is never overwritten. Pictures may be dropped on slides.

Without a deck: every Markdown file in slides/ whose name does not begin with "_", with a
list of all at the address that is printed.

Only this machine reaches the server. With --host others do too: by the addresses that are
then printed, which they get nothing without. Whoever has the first one can edit. The second
one, and the code, leads a phone to a remote, which can lead and not edit: next, previous, any
slide, black screen, with the notes, the next step and the time.
Of several pages that show the deck, it leads the one opened, focused or led on by hand last.
Ctrl+C ends it.`,
  options,
  examples: ['lectern dev', 'lectern dev slides/talk.md', 'lectern dev --port 8000 --stay'],
  run: dev,
};

async function dev(
  argv: readonly string[],
  terminal: Terminal,
  loadPipeline: LoadPipeline,
): Promise<number> {
  const { options: flags, operands } = parseArguments(options, argv);
  const port = flags.port === undefined ? undefined : readPort(flags.port);
  const jobs = planDecks('dev', operands, flags, terminal.cwd);
  const { Session } = await import('../dev/session.ts');
  // Before the session: the addresses are what comes first.
  const codes = flags.host ? await import('uqr') : undefined;
  const ended = untilSignal();
  const say = (text: string) => terminal.print(`${text}\n`);
  try {
    const session = await Session.start(jobs, {
      buildPage: await loadPipeline(),
      terminal,
      ...(port !== undefined && { port }),
      isOpen: flags.host ?? false,
      stay: flags.stay ?? false,
      polls: flags.poll ?? false,
      ...(operands.length === 0 && {
        shelf: shelfOf(() => planDecks('dev', [], flags, terminal.cwd), terminal),
      }),
      tell: (message) => terminal.printError(`lectern: ${message}\n`),
      onBuild: ({ deck, diagnostics, milliseconds, drafts }) => {
        // Whoever is writing in the page sees it there.
        if (drafts.size > 0) return;
        const toText = diagnosticPrinter(terminal.cwd, terminal.colors);
        for (const diagnostic of diagnostics) terminal.printError(`${toText(diagnostic)}\n\n`);
        const name = formatPath(deck.job.deck, terminal.cwd);
        const slides = deck.good ? count(deck.good.page.slideCount, 'slide') : 'nothing to show';
        const parts = [name, slides, formatTime(milliseconds), countFaults(diagnostics)];
        say(parts.filter((part) => part !== '').join('   '));
      },
    });
    if (codes) say(codes.renderUnicodeCompact(session.remoteUrl));
    for (const line of linesFor(session, flags.host ?? false)) say(line);
    await ended;
    session.close();
    return exitCodes.done;
  } catch (error) {
    throw explainListenError(error, flags.port);
  }
}

/** Where to look, and where to lead the talk from. */
function linesFor({ url, remoteUrl }: Session, isOpen: boolean): readonly string[] {
  if (!isOpen) return [url];
  return [`on the stage:  ${url}`, `on your phone: ${remoteUrl}`];
}

/** The folder whose decks are all served. */
function shelfOf(plan: () => readonly PlannedDeck[], { cwd }: Terminal) {
  const jobs = (): readonly PlannedDeck[] => {
    try {
      return plan();
    } catch (error) {
      if (error instanceof UsageError) return [];
      throw error;
    }
  };
  return { folder: path.join(cwd, 'slides'), jobs };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is no port`, 'a number up to 65535');
}

function explainListenError(error: unknown, port = ''): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new UsageError(
      `port ${port} is in use by another program`,
      'leave --port out to take one that is free',
    );
  }
  if (code === 'EACCES') {
    return new UsageError(
      `port ${port} may not be used`,
      'take one above 1023, or leave --port out',
    );
  }
  return error;
}

/** Resolves when the process is asked to end, as by Ctrl+C; a second time ends it as it stands. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve());
  });
}
