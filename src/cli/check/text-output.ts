import { type Diagnostic, type Severity, withoutNotes } from '../../base/diagnostics/diagnostic.ts';
import { createRunPrinter } from '../../base/diagnostics/run-printer.ts';
import type { Terminal } from '../../base/terminal.ts';
import { count, formatPath, formatTime } from '../../base/units.ts';
import { progressOn, silentProgress } from '../progress.ts';
import type { CheckOutput, OutputFlags } from './check-output.ts';
import type { DeckResult, WrittenImage } from './deck-result.ts';
import { formatFix } from './fix-files.ts';

/** For people: findings go to standard error, a line for each deck and image to standard output. */
export function textOutput(terminal: Terminal, { quiet, verbose }: OutputFlags): CheckOutput {
  const { cwd } = terminal;
  const printer = createRunPrinter(cwd, terminal.colors, verbose ?? false);
  const progress = quiet ? silentProgress : progressOn(terminal);
  return {
    progress,
    fixed(file) {
      progress.clear();
      terminal.print(formatFix(file, cwd, terminal.outputColors ?? false));
    },
    checked(result) {
      progress.clear();
      const all = result.findings.map(({ diagnostic }) => diagnostic);
      const shown = quiet ? withoutNotes(all) : all;
      for (const text of printer.print(shown)) terminal.printError(`${text}\n\n`);
      if (quiet) return;
      const lines = [
        deckLine(result, cwd),
        ...result.written.map((image) => imageLine(image, cwd)),
      ];
      terminal.print(`${lines.join('\n')}\n`);
    },
    end({ decks, problems, report, milliseconds }) {
      progress.clear();
      const all = problems.map(({ diagnostic }) => diagnostic);
      for (const text of printer.print(all)) terminal.printError(`${text}\n\n`);
      if (report !== undefined && !quiet) terminal.print(`${formatPath(report, cwd)}\n`);
      if (decks.length > 1 && !quiet) terminal.print(`${totalLine(decks, milliseconds)}\n`);
      const counts = countFindings(withoutNotes(printer.diagnostics));
      if (counts) terminal.printError(`${counts}\n`);
    },
  };
}

/** `slides/talk.md   14 slides   3.1 s   2 errors, 1 warning` */
function deckLine(result: DeckResult, cwd: string): string {
  const { deck, page, wasShown, milliseconds, findings, excused } = result;
  const counts = countFindings(findings.map(({ diagnostic }) => diagnostic));
  return [
    formatPath(deck, cwd),
    page ? count(page.slideCount, 'slide') : 'not checked',
    formatTime(milliseconds),
    counts || 'nothing found',
    excused.length > 0 && `${excused.length} ignored by comments`,
    page && !wasShown && 'only the source was checked',
  ]
    .filter(Boolean)
    .join('   ');
}

/** `shots/talk-check-03.png   1 contrast at 12:3, 2 overlap at 14:1` */
function imageLine({ file, findings }: WrittenImage, cwd: string): string {
  const numbered = findings.map(({ diagnostic: { code, span } }, index) => {
    const place = span ? ` at ${span.line}:${span.column}` : '';
    return `${index + 1} ${code}${place}`;
  });
  return `  ${formatPath(file, cwd)}   ${numbered.join(', ')}`;
}

/** `3 decks, 54 slides, in 12.1 s` */
function totalLine(results: readonly DeckResult[], milliseconds: number): string {
  const slides = results.reduce((sum, { page }) => sum + (page?.slideCount ?? 0), 0);
  const time = formatTime(milliseconds);
  return `${count(results.length, 'deck')}, ${count(slides, 'slide')}, in ${time}`;
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** `2 errors, 1 warning, 3 notes`; empty if there are none. */
function countFindings(all: readonly Diagnostic[]): string {
  return severities
    .map((severity) => {
      const found = all.filter((diagnostic) => diagnostic.severity === severity);
      return [found.reduce((sum, { omitted = 1 }) => sum + omitted, 0), severity] as const;
    })
    .filter(([number]) => number > 0)
    .map(([number, severity]) => count(number, severity))
    .join(', ');
}
