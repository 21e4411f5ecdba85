import { Report } from '../../base/diagnostics/report.ts';
import { explainWriteError, writeAtomically } from '../../base/files/atomic-write.ts';
import { reportInternalError } from '../../base/internal-error.ts';
import type { BuildPage, LoadPipeline } from '../../base/pipeline.ts';
import type { Terminal } from '../../base/terminal.ts';
import { formatPath } from '../../base/units.ts';
import type { Page } from '../../model/page.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, exitCodes } from '../command.ts';
import { helpOption } from '../help.ts';
import { type Job, planBuild } from '../plan.ts';
import { type BuiltDeck, jsonOutput, textOutput } from './build-output.ts';
import { rememberPages } from './page-cache.ts';

const options = {
  out: {
    type: 'string',
    value: 'PATH',
    help: 'write to this folder, or to this file.html (default: dist)',
  },
  root: { type: 'string', value: 'DIR', help: 'let decks name files below DIR, and no others' },
  'allow-remote': { type: 'boolean', help: 'leave links to remote images, video and audio' },
  share: { type: 'boolean', help: 'leave out the speaker notes and the source' },
  strict: { type: 'boolean', help: 'take warnings for errors' },
  json: { type: 'boolean', help: 'print one JSON object, for programs' },
  quiet: { type: 'boolean', help: 'print faults only' },
  help: helpOption,
} as const;

export const buildCommand: Command = {
  name: 'build',
  summary: 'make one HTML file of each deck',
  operands: '[deck.md …]',
  details: `Each deck becomes dist/<name>.html. Without a deck: every Markdown file in slides/
whose name does not begin with "_".

All decks are built and all their faults named. A deck with an error is not written;
its last good file stays as it was. The exit code is 0 if all decks were written, 1 if
one has faults, 2 if the command cannot be meant as it stands.

A deck may name files in its project: below the nearest folder that has a package.json
or a .git, or else its own. --root says otherwise.

The file carries its source, which lectern extract gives back, and the speaker notes.
For people who are to have neither: --share.`,
  options,
  examples: ['lectern build', 'lectern build talk.md --out talk.html', 'lectern build --strict'],
  run: build,
};

async function build(
  argv: readonly string[],
  terminal: Terminal,
  loadPipeline: LoadPipeline,
): Promise<number> {
  const { options: flags, operands } = parseArguments(options, argv);
  const jobs = planBuild(operands, flags, terminal.cwd);
  const strict = flags.strict ?? false;
  const output = flags.json
    ? jsonOutput(terminal)
    : textOutput(terminal, jobs, { strict, quiet: flags.quiet ?? false });
  const buildPage = rememberPages(loadPipeline);
  const decks: BuiltDeck[] = [];
  for (const job of jobs) {
    const deck = await buildDeck(job, buildPage, strict, terminal.debug);
    output.add(deck);
    decks.push(deck);
  }
  output.end(decks);
  return decks.every(({ written }) => written) ? exitCodes.done : exitCodes.faults;
}

/** Builds one deck, and writes it if nothing is wrong. Whatever happens ends in its diagnostics. */
async function buildDeck(
  job: Job,
  buildPage: BuildPage,
  strict: boolean,
  debug: boolean,
): Promise<BuiltDeck> {
  const start = process.uptime();
  const report = new Report();
  let written: Page | undefined;
  try {
    const page = await buildPage(job.deck, job.options, report);
    const isFaulty = report.hasErrors || (strict && report.diagnostics.length > 0);
    if (page && !isFaulty) written = await write(page, job, report);
  } catch (error) {
    const name = formatPath(job.deck, job.options.cwd);
    reportInternalError(error, `building ${name}`, debug, report);
  }
  const milliseconds = (process.uptime() - start) * 1000;
  return { job, ...(written && { written }), milliseconds, diagnostics: report.diagnostics };
}

/** @returns the page if it is in its file now */
async function write(
  page: Page,
  { output, options }: Job,
  report: Report,
): Promise<Page | undefined> {
  try {
    await writeAtomically(output, page.html);
    return page;
  } catch (error) {
    const { message, hint } = explainWriteError(error, output, options.cwd);
    report.add('output-unwritable', undefined, message, hint);
    return undefined;
  }
}
