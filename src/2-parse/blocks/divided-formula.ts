import { isBracketedFormula, isFormula } from '../../1-load/lexing/formula-or-text.ts';
import type { Source } from '../source.ts';

interface Block {
  readonly type: string;
  readonly raw: string;
}

/** A dollar sign that opens a formula, without another one in the rest of the block. */
const dollar = /(?<![\\\p{L}\p{N}$])\$(?![\s$\d])(?=[^$]*$)/u;
/** The closing sign of a formula whose start is not in the block. */
const closings = {
  $: /^([^$]*?[^\s$\\])\$(?![\p{L}\p{N}$])/u,
  '\\(': /^((?:(?!\\\()[\s\S])*?)\\\)/,
} as const;

/**
 * Warns of a formula in a text with a blank line in it: the line ends the paragraph, and what is before and
 * after it is shown as text.
 *
 * @param blocks in their order, as the lexer read them
 * @param source begins with their joined `raw`
 */
export function reportDividedFormulas(blocks: readonly Block[], source: Source): void {
  let offset = 0;
  for (const [i, { type, raw }] of blocks.entries()) {
    const next = blocks.slice(i + 1, i + 3).find((block) => block.type !== 'space');
    const isText = type === 'paragraph' && (next?.type === 'paragraph' || next?.type === 'list');
    if (isText && next) reportDivided(raw, next.raw, source.from(offset));
    offset += raw.length;
  }
}

function reportDivided(text: string, below: string, source: Source): void {
  const [first, second] = [withoutCode(text), withoutCode(below)];
  const inDollars = first.search(dollar);
  const start = inDollars < 0 ? first.indexOf('\\(', first.lastIndexOf('\\)') + 1) : inDollars;
  if (start < 0) return;
  const sign = inDollars < 0 ? '\\(' : '$';
  const head = first.slice(start + sign.length);
  const [whole = '', tail] = closings[sign].exec(second) ?? [];
  if (tail === undefined) return;
  const tex = `${head.trim()} ${tail.trim()}`;
  const before = first.charAt(start - 1);
  const after = second.slice(whole.length);
  const isMeant =
    sign === '$' ? isFormula({ tex, before, after }) : isBracketedFormula(tex, '(', false);
  if (!isMeant) return;
  const message = 'a blank line ends this formula, which is shown as text';
  const hint = 'remove the blank line, or write two formulas';
  const length = first.slice(start).split('\n')[0]?.trimEnd().length ?? 1;
  const span = source.span(start, length);
  source.findings.dividedFormulas.add(`${span.line}:${span.column}`);
  source.report.add('maths-text', span, message, hint);
}

/** Code contains no formulas. */
function withoutCode(text: string): string {
  return text.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, (code) => '\0'.repeat(code.length));
}
