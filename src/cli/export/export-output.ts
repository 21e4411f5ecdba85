import { type Diagnostic, withoutNotes } from '../../base/diagnostics/diagnostic.ts';
import { countDiagnostics } from '../../base/diagnostics/print.ts';
import { createRunPrinter } from '../../base/diagnostics/run-printer.ts';
import type { Terminal } from '../../base/terminal.ts';
import { visibleJson } from '../../base/text/visible-text.ts';
import { count, formatPath, formatSize, formatTime } from '../../base/units.ts';
import { jsonDiagnostic } from '../build/build-output.ts';
import { type Progress, progressOn, silentProgress } from '../progress.ts';

/** A file that was written. */
interface WrittenFile {
  /** Absolute paths. */
  readonly deck: string;
  readonly output: string;
  readonly format: string;
  readonly bytes: number;
  readonly slides: number;
  readonly milliseconds: number;
}

/** Prints the progress and result of an export. */
export interface ExportOutput {
  /** For long exports. */
  readonly progress: Progress;
  written(file: WrittenFile): void;
  diagnostics(diagnostics: readonly Diagnostic[]): void;
  end(milliseconds: number): void;
}

/** For people: results go to standard output, diagnostics to standard error. */
export function textExportOutput(
  terminal: Terminal,
  quiet: boolean,
  verbose: boolean,
): ExportOutput {
  const printer = createRunPrinter(terminal.cwd, terminal.colors, verbose);
  const progress = quiet ? silentProgress : progressOn(terminal);
  const files: WrittenFile[] = [];
  return {
    progress,
    written(file) {
      files.push(file);
      progress.clear();
      if (!quiet) terminal.print(`${resultLine(file, terminal.cwd)}\n`);
    },
    diagnostics(diagnostics) {
      progress.clear();
      const shown = quiet ? withoutNotes(diagnostics) : diagnostics;
      for (const text of printer.print(shown)) terminal.printError(`${text}\n\n`);
    },
    end(milliseconds) {
      progress.clear();
      if (files.length > 1 && !quiet) terminal.print(`${totalLine(files, milliseconds)}\n`);
      const counts = countDiagnostics(printer.diagnostics);
      if (counts) terminal.printError(`${counts}\n`);
    },
  };
}

/** Machine-readable output: one JSON object. */
export function jsonExportOutput(terminal: Terminal): ExportOutput {
  const files: WrittenFile[] = [];
  const all: Diagnostic[] = [];
  return {
    progress: silentProgress,
    written: (file) => files.push(file),
    diagnostics: (diagnostics) => all.push(...diagnostics),
    end() {
      const { cwd } = terminal;
      const result = {
        files: files.map(({ deck, output, format, bytes, slides, milliseconds }) => ({
          file: formatPath(deck, cwd),
          format,
          output: formatPath(output, cwd),
          bytes,
          slides,
          milliseconds: Math.round(milliseconds),
        })),
        diagnostics: all.map(jsonDiagnostic),
      };
      terminal.print(`${visibleJson(result)}\n`);
    },
  };
}

/** `dist/talk.pdf   312 kB   14 slides   0.9 s` */
function resultLine({ output, bytes, slides, milliseconds }: WrittenFile, cwd: string): string {
  return [
    formatPath(output, cwd),
    formatSize(bytes).padStart(6),
    (slides === 0 ? '' : count(slides, 'slide')).padStart(9),
    formatTime(milliseconds).padStart(6),
  ].join('   ');
}

/** `3 files, 1.2 MB, in 4.1 s` */
function totalLine(files: readonly WrittenFile[], milliseconds: number): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return `${count(files.length, 'file')}, ${formatSize(bytes)}, in ${formatTime(milliseconds)}`;
}
