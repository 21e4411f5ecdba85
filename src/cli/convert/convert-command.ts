import { Report } from '../../base/diagnostics/report.ts';
import { reportInternalError } from '../../base/internal-error.ts';
import type { BuildPage, LoadPipeline } from '../../base/pipeline.ts';
import type { Terminal } from '../../base/terminal.ts';
import { formatPath } from '../../base/units.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, exitCodes } from '../command.ts';
import { dialectOption, forceOption, helpOption, verboseOption } from '../help.ts';
import type { OutputFile } from '../output/write-all.ts';
import { chooseRemote, fetchOptions } from '../remote-options.ts';
import { type Conversion, convertDeck } from './convert-deck.ts';
import {
  type ConvertOutput,
  type ConvertResult,
  hasFailed,
  jsonConvertOutput,
  textConvertOutput,
} from './convert-output.ts';
import { type ConvertJob, planConvert } from './convert-plan.ts';
import type { TakenPlaces } from './places.ts';
import { writeConversion } from './write-conversion.ts';

const options = {
  out: {
    type: 'string',
    value: 'PATH',
    canBeDash: true,
    help: 'output folder, or output file (.md), or - (default: next to the deck)',
  },
  root: { type: 'string', value: 'DIR', help: 'the folder that decks may use files from' },
  dialect: dialectOption,
  ...fetchOptions,
  'fetch-remote': {
    ...fetchOptions['fetch-remote'],
    help: 'record remote images, video and audio; =update accepts changes',
  },
  force: forceOption,
  strict: { type: 'boolean', help: 'treat warnings as errors' },
  json: { type: 'boolean', help: 'machine-readable output: one JSON object' },
  quiet: { type: 'boolean', help: 'print only errors and warnings' },
  verbose: verboseOption,
  help: helpOption,
} as const;

export const convertCommand: Command = {
  name: 'convert',
  summary: 'write decks of other tools as Lectern Markdown',
  operands: '[deck.md …]',
  details: `Writes <name>.lectern.md next to a deck of Marp, Slidev, reveal.js, Quarto or Pandoc: the
same slides in Lectern's Markdown. Files with slides that it includes are converted, too.
Without a deck, converts those in slides/. A deck of Lectern stays as it is.

--out with a folder, or with a Markdown file in one, writes the deck there, with the
images, styles, data and code that it uses. Paths in it are changed where they have to be.
Nothing is copied from outside of the project, and nothing written outside of the folder.
--out - prints the Markdown.

What has no counterpart is reported, as by "lectern build" of the original. All files of a
deck are written, or none. A file that Lectern has not written, or that was changed since,
is not replaced without --force.

The exit code is 0 if all decks were converted, 1 if one was not, 2 for invalid usage.`,
  options,
  examples: [
    'lectern convert talk.md',
    'lectern convert slides.qmd --out my-talk',
    'lectern convert talk.md --out -',
  ],
  run: convert,
};

async function convert(
  argv: readonly string[],
  terminal: Terminal,
  loadPipeline: LoadPipeline,
): Promise<number> {
  const { options: flags, operands } = parseArguments(options, argv);
  const { strict = false, force = false, quiet = false, verbose = false } = flags;
  const jobs = planConvert(
    operands,
    { ...flags, remote: chooseRemote(flags, terminal) },
    terminal.cwd,
  );
  const output = flags.json
    ? jsonConvertOutput(terminal)
    : textConvertOutput(terminal, { strict, quiet, verbose });
  const run = { buildPage: await loadPipeline(), output, strict, force, debug: terminal.debug };
  const taken: TakenPlaces = new Map();
  const results: ConvertResult[] = [];
  for (const job of jobs) {
    const result = await convertOne(job, taken, run);
    output.add(result);
    results.push(result);
  }
  output.end(results);
  return results.some(hasFailed) ? exitCodes.failed : exitCodes.done;
}

interface Run {
  readonly buildPage: BuildPage;
  readonly output: ConvertOutput;
  readonly strict: boolean;
  readonly force: boolean;
  readonly debug: boolean;
}

/** Converts one deck and writes it unless it has errors. All errors become diagnostics. */
async function convertOne(job: ConvertJob, taken: TakenPlaces, run: Run): Promise<ConvertResult> {
  const report = new Report();
  let conversion: Conversion | undefined;
  let written: readonly OutputFile[] | undefined;
  try {
    conversion = await convertDeck(job, run.buildPage, taken, report);
    const mayWrite = !report.hasErrors && !(run.strict && report.hasProblems);
    if (conversion && mayWrite) written = write(job, conversion, run, report);
  } catch (error) {
    const name = formatPath(job.deck, job.options.cwd);
    reportInternalError(error, `converting ${name}`, run.debug, report);
  }
  const { dialect, slides = 0, errors = 0 } = conversion ?? {};
  const found = { ...(dialect && { dialect }), ...(written && { written }) };
  return { job, slides, errors, ...found, diagnostics: report.diagnostics };
}

/** @returns the files that were written; a deck of Lectern is printed, but not written */
function write(
  job: ConvertJob,
  conversion: Conversion,
  { output, force }: Run,
  report: Report,
): readonly OutputFile[] | undefined {
  const { dialect, deck, included } = conversion;
  if (job.output !== undefined) {
    if (dialect === 'lectern') return undefined;
    return writeConversion(job, job.output, conversion, force, report);
  }
  if (included.length > 0) {
    const message = 'the deck includes files that are converted, too: one output cannot have all';
    report.add('output-unwritable', undefined, message, 'choose a folder with --out');
    return undefined;
  }
  output.text(deck);
  return [];
}
