import type { Finding } from '../../check/finding.ts';
import type { Diagnostic } from '../../base/diagnostics/diagnostic.ts';
import { withoutNotes } from '../../base/diagnostics/diagnostic.ts';
import { countDiagnostics } from '../../base/diagnostics/print.ts';
import { createRunPrinter } from '../../base/diagnostics/run-printer.ts';
import { suggest } from '../../base/diagnostics/suggest.ts';
import type { Terminal } from '../../base/terminal.ts';
import { count, formatPath, formatTime } from '../../base/units.ts';
import { visibleJson } from '../../base/visible-text.ts';
import type { Page } from '../../model/page.ts';
import { jsonDiagnostic } from '../build/build-output.ts';
import { UsageError } from '../usage-error.ts';

/** What was found in one deck. */
export interface DeckResult {
  /** Absolute path. */
  readonly deck: string;
  readonly findings: readonly Finding[];
  /** Absent if the deck cannot be read. */
  readonly page?: Page;
  readonly milliseconds: number;
}

/** Prints the result of a check. */
export interface CheckOutput {
  checked(result: DeckResult, cwd: string): void;
  end(results: readonly DeckResult[]): void;
}

interface OutputFlags {
  readonly format?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

type Create = (terminal: Terminal, flags: OutputFlags) => CheckOutput;

const outputs: Readonly<Record<string, Create>> = { text: textOutput, json: jsonOutput };

/** @throws {UsageError} for an unknown format */
export function chooseOutput(flags: OutputFlags, terminal: Terminal): CheckOutput {
  const name = flags.json ? 'json' : (flags.format ?? 'text');
  const create = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
  if (!create) {
    throw new UsageError(`unknown format "${name}"`, suggest(name, Object.keys(outputs)));
  }
  return create(terminal, flags);
}

/** For people: findings go to standard error, a line for each deck to standard output. */
function textOutput(terminal: Terminal, { quiet, verbose }: OutputFlags): CheckOutput {
  const printer = createRunPrinter(terminal.cwd, terminal.colors, verbose ?? false);
  return {
    checked({ deck, findings, page, milliseconds }, cwd) {
      const all = findings.map(({ diagnostic }) => diagnostic);
      const shown = quiet ? withoutNotes(all) : all;
      for (const text of printer.print(shown)) terminal.printError(`${text}\n\n`);
      if (quiet) return;
      const slides = page ? count(page.slideCount, 'slide') : 'not checked';
      const time = formatTime(milliseconds);
      const line = [formatPath(deck, cwd), slides, time, countFindings(all)];
      terminal.print(`${line.join('   ')}\n`);
    },
    end() {
      const counts = countDiagnostics(printer.diagnostics);
      if (counts) terminal.printError(`${counts}\n`);
    },
  };
}

/** `2 errors, 1 warning`, or that there is nothing to do. */
function countFindings(all: readonly Diagnostic[]): string {
  return countDiagnostics(all) || 'nothing to mend';
}

/** Machine-readable output: one JSON object. */
function jsonOutput(terminal: Terminal): CheckOutput {
  return {
    checked() {},
    end(results) {
      const { cwd } = terminal;
      const json = {
        decks: results.map(({ deck, page, milliseconds }) => ({
          file: formatPath(deck, cwd),
          slides: page?.slideCount ?? null,
          milliseconds: Math.round(milliseconds),
        })),
        findings: results.flatMap(({ findings }) => findings.map(jsonFinding)),
      };
      terminal.print(`${visibleJson(json)}\n`);
    },
  };
}

/** A finding as JSON. All keys are present, some as `null`. */
function jsonFinding({ diagnostic, slide, box }: Finding) {
  return { ...jsonDiagnostic(diagnostic), slide: slide ?? null, box: box ?? null };
}
