import { type Diagnostic, withoutNotes } from '../../base/diagnostics/diagnostic.ts';
import { countDiagnostics } from '../../base/diagnostics/print.ts';
import { createRunPrinter } from '../../base/diagnostics/run-printer.ts';
import type { Terminal } from '../../base/terminal.ts';
import { visibleJson } from '../../base/text/visible-text.ts';
import { count, formatPath, formatSize } from '../../base/units.ts';
import { jsonDiagnostic } from '../build/build-output.ts';
import type { OutputFile } from '../write-all.ts';
import type { ImportJob } from './import-plan.ts';

/** The result of importing one presentation. */
export interface ImportResult {
  readonly job: ImportJob;
  readonly slides: number;
  /** The files that were written, the deck first; absent if they were not. */
  readonly written?: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Prints the results of imports. */
export interface ImportOutput {
  add(result: ImportResult): void;
  end(results: readonly ImportResult[]): void;
}

interface TextOptions {
  readonly strict: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** For people: results go to standard output, diagnostics to standard error. */
export function textImportOutput(
  terminal: Terminal,
  { strict, quiet, verbose }: TextOptions,
): ImportOutput {
  const printer = createRunPrinter(terminal.cwd, terminal.colors, verbose);
  return {
    add(result) {
      if (!quiet && result.written)
        terminal.print(`${resultLine(result, result.written, terminal.cwd)}\n`);
      const shown = quiet ? withoutNotes(result.diagnostics) : result.diagnostics;
      for (const text of printer.print(shown)) terminal.printError(`${text}\n\n`);
    },
    end(results) {
      const line = summary(results, printer.diagnostics, strict, terminal.cwd);
      if (line !== undefined) terminal.printError(`${line}\n`);
    },
  };
}

/** Machine-readable output: one JSON object. */
export function jsonImportOutput(terminal: Terminal): ImportOutput {
  return {
    add() {},
    end(results) {
      const decks = results.map(({ job, slides, written }) => {
        const names = written?.map(({ file }) => formatPath(file, terminal.cwd)) ?? [];
        return {
          file: formatPath(job.from, terminal.cwd),
          output: names[0] ?? null,
          files: names,
          slides,
        };
      });
      const diagnostics = results.flatMap((result) => result.diagnostics.map(jsonDiagnostic));
      terminal.print(`${visibleJson({ decks, diagnostics })}\n`);
    },
  };
}

/** `talk/talk.md   3 kB   14 slides   and 5 other files, 320 kB` */
function resultLine(
  { slides }: ImportResult,
  [deck, ...others]: readonly OutputFile[],
  cwd: string,
): string {
  const bytes = others.reduce((sum, { content }) => sum + content.length, 0);
  return [
    formatPath(deck?.file ?? '', cwd),
    formatSize(deck?.content.length ?? 0).padStart(6),
    count(slides, 'slide').padStart(9),
    ...(others.length > 0
      ? [`and ${count(others.length, 'other file')}, ${formatSize(bytes)}`]
      : []),
  ].join('   ');
}

function summary(
  results: readonly ImportResult[],
  all: readonly Diagnostic[],
  strict: boolean,
  cwd: string,
): string | undefined {
  const diagnostics = withoutNotes(all);
  if (diagnostics.length === 0) return undefined;
  const failed = results.filter(({ written }) => written === undefined);
  const isOnlyStrict = strict && diagnostics.every(({ severity }) => severity === 'warning');
  const counts = countDiagnostics(diagnostics) + (isOnlyStrict ? ' (strict)' : '');
  if (failed.length === 0) return counts;
  const names = failed.map(({ job }) => formatPath(job.output, cwd));
  return `${counts}: ${names.join(', ')} ${failed.length === 1 ? 'was' : 'were'} not written`;
}
