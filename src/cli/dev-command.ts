import path from 'node:path';
import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { countDiagnostics } from '../base/diagnostics/print.ts';
import { Report } from '../base/diagnostics/report.ts';
import { createRunPrinter } from '../base/diagnostics/run-printer.ts';
import { endSignals } from '../base/end-of-process.ts';
import { locateDeck } from '../base/files/locate-file.ts';
import type { LoadPipeline, PlannedDeck } from '../base/pipeline.ts';
import type { Terminal } from '../base/terminal.ts';
import { count, formatPath, formatTime } from '../base/units.ts';
import type { Session } from '../dev/session.ts';
import { parseArguments } from './arguments.ts';
import { type Command, exitCodes } from './command.ts';
import { dialectOption, helpOption, verboseOption } from './help.ts';
import { planDecks } from './plan.ts';
import { chooseRemote, remoteOptions } from './remote-options.ts';
import { UsageError } from './usage-error.ts';

const options = {
  port: { type: 'string', value: 'PORT', help: 'port to listen on (default: a free one)' },
  host: { type: 'boolean', help: 'allow other machines, with a secret in the address' },
  stay: { type: 'boolean', help: 'stay on the current slide when another one is edited' },
  poll: { type: 'boolean', help: 'check the files twice a second, for network drives' },
  'trust-scripts': { type: 'boolean', help: 'run the scripts that decks list, now and later' },
  root: { type: 'string', value: 'DIR', help: 'the folder that decks may use files from' },
  dialect: dialectOption,
  ...remoteOptions,
  'no-check': { type: 'boolean', help: 'do not check the slides while you write' },
  verbose: verboseOption,
  help: helpOption,
} as const;

export const devCommand: Command = {
  name: 'dev',
  summary: 'show decks in the browser while you write',
  operands: '[deck.md …]',
  details: `Serves the page that build would write, and updates it in the browser when the deck or a
file that it uses is saved: only the changed slides, without a reload. Shows the slide
that was edited. Errors are shown over the deck, which keeps its last good state.

E edits the Markdown of the slide in the page: the slide follows your typing, Ctrl+S saves.
Changes that another editor saves meanwhile are never overwritten. Drop an image on a slide
to add it.

Without a deck, serves every Markdown file in slides/ whose name does not begin with "_",
and a list of them at the printed address.

Only this machine can connect, and only with the printed address, which contains a secret.
With --host, other machines can, with the addresses that are printed then: the first one
can edit; the second one and the QR code open the remote for phones, which can control the
deck but not edit it: next, previous, any slide and black screen, with the notes, the next
step and the time. If several pages show the deck, the remote controls the one that was
opened, focused or used last.

While you rest, slides are checked as by "lectern check", except for what needs images of them.
What is found is listed below the deck, framed on the slide when you open that list or the
editor, and printed here.

Scripts of a deck do not run until you agree with --trust-scripts, and never in a page that
can edit files: they have a page of their own, to which the deck links.

Ctrl+C ends the server.`,
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
  const planned = { ...flags, remote: chooseRemote(flags, terminal) };
  const jobs = planDecks('dev', operands, planned, terminal.cwd);
  if (!areThere(jobs, terminal)) return exitCodes.failed;
  const { Session } = await import('../dev/session.ts');
  // Loaded first, so that the addresses can be printed as soon as the session has started.
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
      trustsScripts: flags['trust-scripts'] ?? false,
      ...(operands.length === 0 && {
        deckFolder: watchedFolder(() => planDecks('dev', [], planned, terminal.cwd), terminal),
      }),
      notify: (message) => terminal.printError(`lectern: ${message}\n`),
      onBuild: ({ deck, diagnostics, milliseconds, drafts }) => {
        // The editor in the page shows the diagnostics of drafts.
        if (drafts.size > 0) return;
        const printer = createRunPrinter(terminal.cwd, terminal.colors, flags.verbose ?? false);
        for (const text of printer.print(diagnostics)) terminal.printError(`${text}\n\n`);
        const name = formatPath(deck.job.deck, terminal.cwd);
        const slides = deck.shown ? count(deck.shown.page.slideCount, 'slide') : 'nothing to show';
        const parts = [name, slides, formatTime(milliseconds), countDiagnostics(diagnostics)];
        say(parts.filter((part) => part !== '').join('   '));
      },
      ...(!flags['no-check'] && { onFindings: findingsPrinter(terminal) }),
    });
    if (codes) say(codes.renderUnicodeCompact(session.remoteUrl));
    for (const line of linesFor(session, flags.host ?? false)) say(line);
    const signal = await ended;
    session.close();
    // Node crashes when it exits normally after its terminal was closed.
    if (signal === 'SIGHUP') process.kill(process.pid, signal);
    return exitCodes.done;
  } catch (error) {
    throw explainListenError(error, flags.port);
  }
}

/** Whether all decks can be served: a name with a typing error should not open a page that waits for it. */
function areThere(jobs: readonly PlannedDeck[], { cwd, colors, printError }: Terminal): boolean {
  const report = new Report();
  for (const { deck, options } of jobs) {
    locateDeck(deck, formatPath(deck, cwd), options.root, report);
  }
  const printer = createRunPrinter(cwd, colors, false);
  for (const text of printer.print(report.diagnostics)) printError(`${text}\n`);
  return !report.hasErrors;
}

/** Prints what checks find in a deck, unless the last check of the deck has found it, too. */
function findingsPrinter(terminal: Terminal) {
  const known = new Map<string, ReadonlySet<string>>();
  return (deck: string, diagnostics: readonly Diagnostic[]): void => {
    const before = known.get(deck);
    const keyOf = ({ code, message, span }: Diagnostic) =>
      JSON.stringify([code, message, span?.file]);
    known.set(deck, new Set(diagnostics.map(keyOf)));
    const added = diagnostics.filter((diagnostic) => !before?.has(keyOf(diagnostic)));
    const printer = createRunPrinter(terminal.cwd, terminal.colors, false);
    for (const text of printer.print(added)) terminal.printError(`${text}\n\n`);
  };
}

/** The addresses of the deck and, if other machines can connect, of the remote. */
function linesFor({ url, remoteUrl }: Session, isOpen: boolean): readonly string[] {
  if (!isOpen) return [url];
  return [`presentation: ${url}`, `remote:       ${remoteUrl}`];
}

/** The folder `slides/`, whose decks are served as they are added. */
function watchedFolder(plan: () => readonly PlannedDeck[], { cwd }: Terminal) {
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
  throw new UsageError(`invalid --port ${text}`, 'it is a number up to 65535');
}

function explainListenError(error: unknown, port = ''): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new UsageError(
      `port ${port} is in use by another program`,
      'omit --port to use a free one',
    );
  }
  if (code === 'EACCES') {
    return new UsageError(
      `no permission to use port ${port}`,
      'choose one above 1023, or omit --port',
    );
  }
  return error;
}

/** Resolves on a signal to end, such as Ctrl+C. A second signal ends the process immediately. */
function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of endSignals) process.once(signal, () => resolve(signal));
  });
}
