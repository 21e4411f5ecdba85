import type { Token } from 'marked';
import { isBracketedFormula, startsFormula } from '../../1-load/lexing/formula-or-text.ts';
import { environments } from '../../base/math/tex-commands.ts';
import type { Source } from '../source.ts';

/** A part of a text that is shown as it is written, though it may be meant as a formula. */
interface DoubtfulText {
  readonly length: number;
  readonly message: string;
  readonly hint: string;
}

/**
 * Reports signs that open a formula and are text, as nothing closes it, and escaped brackets around what looks like
 * a formula: `$$ x = 1 $`, `\(x + 1`, `the sum \[y = 3\]`.
 *
 * @param tokens of a text
 * @param source begins with their joined `raw`
 */
export function reportUnclosedFormulas(tokens: readonly Token[], source: Source): void {
  if (!tokens.some(({ raw }) => /\$|\\[[(b]/.test(raw))) return;
  const text = tokens.map(maskOther).join('');
  let end = 0;
  for (const { 0: open, index } of text.matchAll(openings)) {
    if (index < end) continue;
    const rest = text.slice(index + open.length, index + longest);
    const partner = open.startsWith('$') ? findPartner(open, rest) : undefined;
    const found = partner === undefined ? findDoubt(open, rest) : undefined;
    if (found) {
      const span = source.span(index, found.length);
      const isDivided = source.findings.dividedFormulas.has(`${span.line}:${span.column}`);
      if (!isDivided) source.report.add('maths-text', span, found.message, found.hint);
    }
    end = index + (found?.length ?? open.length + (partner ?? 0));
  }
}

/** No longer text is searched for the end of a formula. */
const longest = 5000;

const openings = /(?<![\\$])(?:\$\$?(?!\$)|\\[[(]|\\begin\{[a-z]+\*?\})/g;

function findDoubt(open: string, rest: string): DoubtfulText | undefined {
  if (open.startsWith('\\b')) return findBare(open);
  if (open.startsWith('$')) return findUnclosed(open, rest);
  const close = rest.indexOf(open === '\\[' ? '\\]' : '\\)');
  return close < 0 ? findUnclosed(open, rest) : findInBrackets(open, rest, close);
}

/** `\begin{align}` without dollar signs around it. */
function findBare(open: string): DoubtfulText | undefined {
  const name = open.slice('\\begin{'.length, -1);
  if (!environments.includes(name)) return undefined;
  const message = 'this formula is shown as text, as it is not between lines of $$';
  return { length: open.length, message, hint: 'write $$ above it and below it' };
}

function findUnclosed(open: string, rest: string): DoubtfulText | undefined {
  if (!startsFormula(rest, open.startsWith('$') ? open.length : 0)) return undefined;
  const [close, text] = open.startsWith('$')
    ? [open, 'a dollar sign, write \\$']
    : [open === '\\[' ? '\\]' : '\\)', `a bracket, write ${open.slice(1)} alone`];
  const hint = `close it with ${close} in the same paragraph; for ${text}`;
  const message = 'this formula is not closed: it is shown as text';
  return { length: open.length, message, hint };
}

function findInBrackets(open: string, rest: string, close: number): DoubtfulText | undefined {
  if (open !== '\\[' || !isBracketedFormula(rest.slice(0, close), '[', true)) return undefined;
  // As in `\[x = 1\](url)`, which is no link on purpose.
  if (/^[(:[]/.test(rest.slice(close + 2))) return undefined;
  return {
    length: open.length + close + 2,
    message: 'what is between these brackets is shown as text',
    hint: 'for a formula within a text, write \\( and \\); for brackets, write [ and ]',
  };
}

/** The offset after the dollar sign that may close a formula; what is between them is reported elsewhere. */
function findPartner(open: string, rest: string): number | undefined {
  const at = rest.search(open === '$$' ? /(?<!\\)\$\$/ : /(?<![\\$])\$(?!\$)/);
  return at < 0 ? undefined : at + open.length;
}

/** The text of a token, of the same length; code, links and formulas are masked. */
function maskOther(token: Token): string {
  const { type, raw } = token;
  const isText = /^(?:text|escape|br|em|strong|subscript|superscript)$/.test(type);
  return isText ? raw : '\0'.repeat(raw.length);
}
