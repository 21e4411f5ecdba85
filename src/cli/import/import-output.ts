import { type Diagnostic, withoutNotes } from '../../base/diagnostics/diagnostic.ts';
import { createRunPrinter } from '../../base/diagnostics/run-printer.ts';
import type { Terminal } from '../../base/terminal.ts';
import { visibleJson } from '../../base/text/visible-text.ts';
import { formatPath } from '../../base/units.ts';
import { jsonDiagnostic } from '../build/build-output.ts';
import type { OutputFile } from '../output/write-all.ts';
import { summaryLine, type TextOptions, writtenLine } from '../run-summary.ts';
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

/** For people: results go to standard output, diagnostics to standard error. */
export function textImportOutput(
  terminal: Terminal,
  { strict, quiet, verbose }: TextOptions,
): ImportOutput {
  const printer = createRunPrinter(terminal.cwd, terminal.colors, verbose);
  return {
    add(result) {
      const [deck, ...others] = result.written ?? [];
      if (!quiet && deck)
        terminal.print(`${writtenLine(deck, others, result.slides, terminal.cwd)}\n`);
      const shown = quiet ? withoutNotes(result.diagnostics) : result.diagnostics;
      for (const text of printer.print(shown)) terminal.printError(`${text}\n\n`);
    },
    end(results) {
      const failed = results.filter(({ written }) => written === undefined);
      const names = failed.map(({ job }) => formatPath(job.output, terminal.cwd));
      const line = summaryLine(printer.diagnostics, strict, names);
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
