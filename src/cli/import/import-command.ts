import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Report } from '../../base/diagnostics/report.ts';
import { realPathOf, statsOf } from '../../base/files/file-stats.ts';
import { reportInternalError } from '../../base/internal-error.ts';
import { PresentationError } from '../../base/ooxml/open-presentation.ts';
import type { Terminal } from '../../base/terminal.ts';
import { formatPath, formatSize } from '../../base/units.ts';
import { cropFiles } from '../../import/crop-files.ts';
import { type ImportedDeck, importPresentation } from '../../import/import-presentation.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, exitCodes } from '../command.ts';
import { forceOption, helpOption, verboseOption } from '../help.ts';
import type { OutputFile } from '../output/write-all.ts';
import { writeSet } from '../output/write-set.ts';
import { type ImportResult, jsonImportOutput, textImportOutput } from './import-output.ts';
import { type ImportJob, planImport } from './import-plan.ts';

const options = {
  out: {
    type: 'string',
    value: 'PATH',
    help: 'output folder, or output file (.md) (default: the name of the file)',
  },
  'keep-theme': { type: 'boolean', help: 'use its masters and layouts as the theme of the deck' },
  force: forceOption,
  strict: { type: 'boolean', help: 'treat warnings as errors' },
  json: { type: 'boolean', help: 'machine-readable output: one JSON object' },
  quiet: { type: 'boolean', help: 'print only errors and warnings' },
  verbose: verboseOption,
  help: helpOption,
} as const;

export const importCommand: Command = {
  name: 'import',
  summary: 'write a PowerPoint file as a Markdown deck',
  operands: 'talk.pptx …',
  details: `Writes talk/talk.md with the images, video, audio and data of the slides in talk/media and
talk/data: titles, text, lists, tables, charts with their values, formulas, code, links,
notes, steps, hidden slides and backgrounds. Text boxes next to each other are columns.
Fonts, colors and places are those of the theme; --keep-theme makes it that of the
presentation, as talk/theme.potx. Reads .pptx, .potx and .ppsx files.

What a deck cannot contain is listed with the number of its slide. All files of a deck are
written, or none. A file that Lectern has not written, or that was changed since, is not
replaced without --force.

The exit code is 0 if all decks were written, 1 if one was not, 2 for invalid usage.`,
  options,
  examples: ['lectern import talk.pptx', 'lectern import talk.pptx --out slides/talk'],
  run: runImport,
};

interface Run {
  readonly terminal: Terminal;
  readonly strict: boolean;
  readonly force: boolean;
  readonly keepsTheme: boolean;
}

async function runImport(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { options: flags, operands } = parseArguments(options, argv);
  const { strict = false, force = false, quiet = false, verbose = false } = flags;
  const keepsTheme = flags['keep-theme'] ?? false;
  const jobs = planImport(operands, flags.out, terminal.cwd);
  const output = flags.json
    ? jsonImportOutput(terminal)
    : textImportOutput(terminal, { strict, quiet, verbose });
  const results: ImportResult[] = [];
  for (const job of jobs) {
    const result = await importOne(job, { terminal, strict, force, keepsTheme });
    output.add(result);
    results.push(result);
  }
  output.end(results);
  return results.every(({ written }) => written) ? exitCodes.done : exitCodes.failed;
}

/** Imports one presentation, and writes it unless it has errors. All errors become diagnostics. */
async function importOne(
  job: ImportJob,
  { terminal, strict, force, keepsTheme }: Run,
): Promise<ImportResult> {
  const { cwd, debug } = terminal;
  const report = new Report();
  const name = formatPath(job.from, cwd);
  let deck: ImportedDeck | undefined;
  let written: readonly OutputFile[] | undefined;
  try {
    const bytes = readFile(job.from, name, report);
    deck = bytes && (await cropFiles(importPresentation(bytes, name, report, keepsTheme)));
    const mayWrite = !report.hasErrors && !(strict && report.hasProblems);
    if (deck && mayWrite) written = write(job, deck, cwd, force, report);
  } catch (error) {
    if (error instanceof PresentationError)
      report.add('file-kind', undefined, `${name} ${error.message}`, error.hint);
    else reportInternalError(error, `importing ${name}`, debug, report);
  }
  const slides = deck?.slides ?? 0;
  return { job, slides, ...(written && { written }), diagnostics: report.diagnostics };
}

/** Presentations with videos are large. */
const maxBytes = 1_000_000_000;

function readFile(file: string, name: string, report: Report): Buffer | undefined {
  const stats = statsOf(file);
  if (!stats) report.add('file-missing', undefined, `file not found: ${name}`);
  else if (!stats.isFile()) report.add('file-kind', undefined, `${name} is not an ordinary file`);
  else if (stats.size > maxBytes) {
    const message = `${name} has ${formatSize(stats.size)}, more than ${formatSize(maxBytes)}`;
    report.add('file-large', undefined, message, 'remove videos from it, or compress its images');
  } else {
    try {
      return readFileSync(file);
    } catch (error) {
      report.add('file-unreadable', undefined, `cannot read ${name}: ${(error as Error).message}`);
    }
  }
  return undefined;
}

function write(
  { from, output }: ImportJob,
  { markdown, files }: ImportedDeck,
  cwd: string,
  force: boolean,
  report: Report,
): readonly OutputFile[] | undefined {
  const folder = path.dirname(output);
  const all = [
    { file: output, content: Buffer.from(markdown) },
    ...files.map(({ path: name, bytes }) => ({ file: path.join(folder, name), content: bytes })),
  ];
  const inputs = new Set([realPathOf(from)]);
  return writeSet({ files: all, from, inputs, force, cwd }, report) ? all : undefined;
}
