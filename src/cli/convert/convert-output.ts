import { type Diagnostic, withoutNotes } from '../../base/diagnostics/diagnostic.ts';
import { createRunPrinter } from '../../base/diagnostics/run-printer.ts';
import type { Terminal } from '../../base/terminal.ts';
import { visibleJson } from '../../base/text/visible-text.ts';
import { count, formatPath } from '../../base/units.ts';
import type { Dialect } from '../../model/source.ts';
import { jsonDiagnostic } from '../build/build-output.ts';
import type { OutputFile } from '../output/write-all.ts';
import { summaryLine, type TextOptions, writtenLine } from '../run-summary.ts';
import type { ConvertJob } from './convert-plan.ts';

/** The result of converting one deck. */
export interface ConvertResult {
  readonly job: ConvertJob;
  /** Absent if it could not be read. */
  readonly dialect?: Dialect;
  readonly slides: number;
  /** The errors of the converted deck. */
  readonly errors: number;
  /** The files that were written, the deck first; absent if they were not. */
  readonly written?: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Prints the result of a conversion. */
export interface ConvertOutput {
  /** The Markdown of a deck for the standard output. */
  text(content: Buffer): void;
  add(result: ConvertResult): void;
  end(results: readonly ConvertResult[]): void;
}

/** For people: results go to standard output, diagnostics to standard error. */
export function textConvertOutput(
  terminal: Terminal,
  { strict, quiet, verbose }: TextOptions,
): ConvertOutput {
  const printer = createRunPrinter(terminal.cwd, terminal.colors, verbose);
  return {
    text: (content) => terminal.print(content.toString('utf8')),
    add(result) {
      for (const line of quiet ? [] : resultLines(result)) {
        if (result.job.output === undefined) terminal.printError(`${line}\n`);
        else terminal.print(`${line}\n`);
      }
      const shown = quiet ? withoutNotes(result.diagnostics) : result.diagnostics;
      for (const text of printer.print(shown)) terminal.printError(`${text}\n\n`);
    },
    end(results) {
      for (const line of [summary(results, printer.diagnostics, strict), ...errorLines(results)]) {
        if (line !== undefined) terminal.printError(`${line}\n`);
      }
    },
  };
}

/** Machine-readable output: one JSON object. */
export function jsonConvertOutput(terminal: Terminal): ConvertOutput {
  const texts: string[] = [];
  return {
    text: (content) => texts.push(content.toString('utf8')),
    add() {},
    end(results) {
      const result = {
        decks: results.map((each) => jsonDeck(each, texts[0] ?? null)),
        diagnostics: results.flatMap(({ diagnostics }) => diagnostics.map(jsonDiagnostic)),
      };
      terminal.print(`${visibleJson(result)}\n`);
    },
  };
}

function jsonDeck({ job, dialect, slides, errors, written }: ConvertResult, text: string | null) {
  const { deck, output, options } = job;
  const names = written?.map(({ file }) => formatPath(file, options.cwd)) ?? [];
  return {
    file: formatPath(deck, options.cwd),
    dialect: dialect ?? null,
    output: names[0] ?? null,
    files: names,
    slides: dialect === undefined ? null : slides,
    errors,
    ...(output === undefined && { text }),
  };
}

/** `talk.lectern.md   3 kB   14 slides   from Marp`, and the other files. */
function resultLines({ job, dialect, slides, written }: ConvertResult): readonly string[] {
  const { cwd } = job.options;
  if (dialect === 'lectern') {
    return [`${formatPath(job.deck, cwd)} is in Lectern's Markdown: there is nothing to convert`];
  }
  const [deck, ...others] = written ?? [];
  if (!deck) return [];
  return [writtenLine(deck, others, slides, cwd)];
}

function summary(
  results: readonly ConvertResult[],
  all: readonly Diagnostic[],
  strict: boolean,
): string | undefined {
  const failed = results.filter((result) => hasFailed(result));
  const names = failed.map(({ job }) => formatPath(job.output ?? job.deck, job.options.cwd));
  return summaryLine(all, strict, names);
}

/** What stops a build of a converted deck, although it did not stop one of the original. */
function errorLines(results: readonly ConvertResult[]): readonly string[] {
  return results.flatMap(({ job, errors, written }) => {
    if (errors === 0 || !written) return [];
    const name = formatPath(job.output ?? job.deck, job.options.cwd);
    const list = job.output === undefined ? 'building it' : `lectern build ${name}`;
    const [are, them] = errors === 1 ? ['is a warning', 'it'] : ['are warnings', 'them'];
    const why = `which ${are} in a deck of another tool`;
    return [`${name} has ${count(errors, 'error')}, ${why}: ${list} lists ${them}`];
  });
}

/** Whether a deck was to be written and was not. */
export function hasFailed({ dialect, written }: ConvertResult): boolean {
  return dialect !== 'lectern' && written === undefined;
}
