import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { suggest } from '../base/diagnostics/suggest.ts';
import { checkRules } from '../model/check.ts';
import type { Deck } from '../model/deck.ts';
import type { Span } from '../model/source.ts';
import { type ExcusedFinding, type Finding, isRule, type JudgedFindings } from './finding.ts';
import type { SourceLines } from './source-lines.ts';

/** `<!-- check-ignore contrast, overlap: why -->` */
const comment = /<!--\s*check-ignore\b\s*([^:>]*?)\s*(?::\s*(.*?)\s*)?-->/g;

/** A comment that excuses findings of one rule: those on its line and in the block that follows. */
interface Excuse {
  readonly rule: string;
  readonly reason: string;
  readonly span: Span;
  /** The last line that it applies to. */
  readonly end: number;
  isUsed: boolean;
}

/** The comments of a deck that excuse what was found. */
export class Excuses {
  readonly #excuses: Excuse[] = [];
  readonly #problems: Finding[] = [];
  readonly #firstLines: ReadonlyMap<string, readonly number[]>;

  constructor(deck: Deck, lines: SourceLines) {
    const slides = deck.stacks.flat().map(({ span }) => span);
    const files = [...new Set(slides.map(({ file }) => file))];
    const linesIn = (file: string) => slides.filter((s) => s.file === file).map((s) => s.line);
    this.#firstLines = new Map(files.map((file) => [file, linesIn(file)]));
    for (const file of files) this.#read(file, lines.of(file), codeLines(deck, file));
  }

  /**
   * Separates what is excused, and adds what is wrong with the comments.
   *
   * @param skipped rules that were not run, whose comments may be needed
   */
  apply(findings: readonly Finding[], skipped: readonly string[]): JudgedFindings {
    const left: Finding[] = [];
    const excused: ExcusedFinding[] = [];
    for (const finding of findings) {
      const excuse = this.#excuseOf(finding.diagnostic);
      if (excuse) excused.push({ ...finding, reason: excuse.reason });
      else left.push(finding);
    }
    const unused = this.#excuses
      .filter(({ isUsed, rule }) => !isUsed && !skipped.includes(rule))
      .map(({ rule, span }) =>
        problem(span, `nothing of the rule "${rule}" was found here`, 'remove the comment'),
      );
    return { findings: [...left, ...this.#problems, ...unused], excused };
  }

  #read(file: string, lines: readonly string[], code: ReadonlySet<number>): void {
    for (const [index, line] of lines.entries()) {
      if (code.has(index + 1)) continue;
      for (const match of line.matchAll(comment)) {
        const [whole, names = '', reason = ''] = match;
        const span = { file, line: index + 1, column: match.index + 1, length: whole.length };
        if (reason === '') {
          const hint = 'as in <!-- check-ignore contrast: the logo needs this color -->';
          this.#problems.push(problem(span, 'a comment that ignores a check says why', hint));
        }
        const end = endOfBlock(lines, index);
        for (const rule of names.split(/[\s,]+/).filter(Boolean))
          this.#add({ rule, reason, span, end });
      }
    }
  }

  #add({ rule, ...rest }: Omit<Excuse, 'isUsed'>): void {
    if (isRule(rule)) this.#excuses.push({ rule, ...rest, isUsed: false });
    else {
      const hint = suggest(rule, Object.keys(checkRules));
      this.#problems.push(problem(rest.span, `unknown check "${rule}"`, hint));
    }
  }

  #excuseOf({ code, span }: Diagnostic): Excuse | undefined {
    if (!span) return undefined;
    const excuse = this.#excuses.find(
      (each) => each.rule === code && each.span.file === span.file && this.#covers(each, span),
    );
    if (excuse) excuse.isUsed = true;
    return excuse;
  }

  /** What is found in a whole slide is excused by a comment anywhere on it. */
  #covers({ span: own, end }: Excuse, { file, line }: Span): boolean {
    if (line >= own.line && line <= end) return true;
    const starts = this.#firstLines.get(file) ?? [];
    const slide = starts.findLast((start) => start <= own.line);
    return slide === line;
  }
}

/** The last line of the block below a comment: before the next blank line. */
function endOfBlock(lines: readonly string[], index: number): number {
  let end = index + 1;
  while (end < lines.length && isBlankOrComment(lines[end] ?? '')) end++;
  while (end < lines.length && lines[end]?.trim() !== '') end++;
  return end;
}

function isBlankOrComment(line: string): boolean {
  return line.trim() === '' || /^\s*<!--.*-->\s*$/.test(line);
}

/** The lines of code blocks, whose comments are samples. */
function codeLines(deck: Deck, file: string): ReadonlySet<number> {
  const blocks = deck.code.filter(({ span }) => span.file === file);
  return new Set(
    blocks.flatMap(({ span, text }) => {
      const count = text.split('\n').length + 1;
      return Array.from({ length: count }, (_, i) => span.line + i);
    }),
  );
}

function problem(span: Span, message: string, hint: string | undefined): Finding {
  const found = { code: 'check-comment', severity: 'warning', message, span } as const;
  return { diagnostic: { ...found, ...(hint !== undefined && { hint }) } };
}
