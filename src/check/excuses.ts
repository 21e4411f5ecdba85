import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { suggest } from '../base/diagnostics/suggest.ts';
import { withoutCode } from '../base/text/without-code.ts';
import { type CheckRule, checkRules } from '../model/check.ts';
import type { Span } from '../model/source.ts';
import { BlockLines } from './block-lines.ts';
import { type ExcusedFinding, type Finding, isRule, type JudgedFindings } from './finding.ts';
import type { SlideText } from './slide-text.ts';
import type { Part } from './source/tree/parts.ts';

/** `<!-- check-ignore contrast, overlap: why -->` */
const comment = /<!--\s*check-ignore\b\s*([^:>]*?)\s*(?::\s*(.*?)\s*)?-->/gs;

/** A comment that excuses findings of one rule: those on its lines and in the block that follows. */
interface Excuse {
  readonly rule: CheckRule;
  readonly reason: string;
  readonly span: Span;
  /** The last line that it applies to. */
  readonly end: number;
  /** The first line of its slide. */
  readonly slide: number;
  isUsed: boolean;
}

/** The comments of a deck that excuse what was found. */
export class Excuses {
  readonly #excuses: Excuse[] = [];
  readonly #problems: Finding[] = [];
  readonly #blocks: BlockLines;

  /** @param texts of the slides that are shown */
  constructor(texts: readonly SlideText[], parts: readonly Part[]) {
    this.#blocks = new BlockLines(parts);
    const seen = new Set<string>();
    for (const text of texts) {
      // A slide may be included several times.
      const key = `${text.file}:${text.line}`;
      if (!seen.has(key)) this.#read(text);
      seen.add(key);
    }
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

  #read({ file, line: first, text, slide }: SlideText): void {
    const plain = withoutCode(text);
    for (const { 0: whole, 1: names = '', 2: written = '', index } of plain.matchAll(comment)) {
      const above = plain.slice(0, index).split('\n');
      const [start = ''] = whole.split('\n');
      const line = first + above.length - 1;
      const column = (above.at(-1)?.length ?? 0) + 1;
      const span = { file, line, column, length: start.length };
      const reason = written.replace(/\s+/g, ' ');
      if (reason === '') this.#report(span, 'a comment that ignores a check says why');
      const last = line + whole.split('\n').length - 1;
      const isAlone = isAloneOnItsLines(plain, index, index + whole.length);
      const limit = first + text.split('\n').length - 1;
      const end = isAlone
        ? this.#blocks.endAfter(file, last, limit)
        : last + linesOfText(plain, index + whole.length);
      const rules = names.split(/[\s,]+/).filter(Boolean);
      if (rules.length === 0) this.#report(span, 'this comment names no check');
      for (const rule of rules) this.#add(rule, { reason, span, end, slide });
    }
  }

  #report(span: Span, message: string): void {
    const hint = 'as in <!-- check-ignore contrast: the logo needs this color -->';
    this.#problems.push(problem(span, message, hint));
  }

  #add(rule: string, rest: Omit<Excuse, 'isUsed' | 'rule'>): void {
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
  #covers({ span: own, end, slide }: Excuse, { line }: Span): boolean {
    return (line >= own.line && line <= end) || line === slide;
  }
}

/** Whether only marks of lists and quotes, and other comments, are next to a comment. */
function isAloneOnItsLines(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start).split('\n').at(-1) ?? '';
  const after = text.slice(end).split('\n', 1)[0] ?? '';
  const rest = `${before} ${after}`.replace(/<!--.*?-->/g, '');
  return /^[\s>]*(?:(?:[-*+]|\d+[.)]|:)[\s>]*)*$/.test(rest);
}

/** How many lines of a text follow the one at an offset, up to a blank line. */
function linesOfText(text: string, offset: number): number {
  const [, ...lines] = text.slice(offset).split('\n');
  const blank = lines.findIndex((line) => line.trim() === '');
  return blank < 0 ? lines.length : blank;
}

/** The rules that need a browser. */
export const pageRules: readonly CheckRule[] = [
  'slide-overfull',
  'slide-shrunk',
  'text-size',
  'overlap',
  'wrapping',
  'image-size',
  'image-crop',
  'image-ratio',
  'contrast',
  'color-vision',
  'script-error',
];

function problem(span: Span, message: string, hint: string | undefined): Finding {
  const found = { code: 'check-comment', severity: 'warning', message, span } as const;
  return { diagnostic: { ...found, ...(hint !== undefined && { hint }) } };
}
