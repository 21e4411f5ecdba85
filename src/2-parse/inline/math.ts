import { isBracketedFormula, isDoubtful } from '../../1-load/lexing/formula-or-text.ts';
import type { TexFormula } from '../../model/inline.ts';
import type { Source } from '../source.ts';

/**
 * Adds a formula to the findings, to be typeset later.
 *
 * @param source begins with the TeX
 */
export function addFormula(
  tex: string,
  display: boolean,
  source: Source,
  alt?: string,
): TexFormula {
  let offset = 0;
  const lines = tex.split('\n').map((line) => {
    const span = source.span(offset, line.length);
    offset += line.length + 1;
    return span;
  });
  const formula = { tex, display, lines, ...(alt !== undefined && { alt }) };
  source.findings.formulas.push(formula);
  return formula;
}

/** The LaTeX commands for numbers: `\label{name}`, `\tag{A}`, `\tag*{A}`. */
export const numberCommand = /(?<!\\)(?:\\\\)*\\(label|tag(\*?))\s*\{([^{}\n]*)\}/g;

/**
 * Adds a formula within a text, which has no number.
 *
 * @param source begins with the TeX
 */
export function addInlineFormula(
  tex: string,
  display: boolean,
  source: Source,
  alt?: string,
): TexFormula {
  for (const { 0: whole, 1: name = '', index } of tex.matchAll(numberCommand)) {
    const length = whole.length - whole.lastIndexOf(`\\${name}`);
    const span = source.span(index + whole.length - length, length);
    const hint = 'write the formula between lines of $$, or leave the command out';
    source.report.add('maths-number', span, 'a formula within a text has no number', hint);
  }
  return addFormula(tex, display, source, alt);
}

/** Two dollar signs that would be those of a formula, with a text that is none. */
const dollars =
  /(?<![\p{L}\p{N}$])(?:\$(?![\s$])([^$\n]+)(?<!\s)\$|\$\$([^$\n]+)\$\$)(?![\p{L}\p{N}$])/gu;

/** A text with a TeX command between dollar signs, of which one has a space inside. */
const spaced =
  /(?<![\p{L}\p{N}$\\])\$(?:(\s[^$\n]*\\[A-Za-z]{2,}[^$\n]*)|((?!\s)[^$\n]*\\[A-Za-z]{2,}[^$\n]*\s))\$(?![\p{L}\p{N}$])/gu;

/**
 * Reports text between dollar signs that may be meant as a formula.
 *
 * @param source begins with the text
 */
export function reportDoubtfulFormulas(text: string, source: Source): void {
  if (!text.includes('$')) return;
  for (const { 0: whole, 1: single, 2: double = '', index } of text.matchAll(dollars)) {
    const tex = single ?? double.trim();
    if (!isDoubtful(tex)) continue;
    const written = /(?<!\\)%/.test(tex) ? 'write \\%' : 'put words into \\text{…}';
    const hint = `for a formula, ${written}; for dollar signs, write \\$`;
    const message = 'what is between these dollar signs is shown as text';
    source.report.add('maths-text', source.span(index, whole.length), message, hint);
  }
  for (const { 0: whole, 1: first, 2: last = '', index } of text.matchAll(spaced)) {
    if (!isBracketedFormula((first ?? last).trim(), '(', false)) continue;
    const hint = 'for a formula, remove the spaces next to the dollar signs';
    const message = 'what is between these dollar signs is shown as text';
    source.report.add('maths-text', source.span(index, whole.length), message, hint);
  }
}

/** Removes comments: from a percent sign that is not escaped to the end of its line. */
export function withoutTexComments(tex: string): string {
  return tex.replace(/(?<!\\)((?:\\\\)*)%[^\n]*/g, '$1');
}

/** The approximate reading of a formula, for names and titles: without TeX syntax. */
export function readTex(tex: string): string {
  return withoutTexComments(tex)
    .replace(
      /\\(?:left|right|[bB]ig+[lrm]?|display|limits|mathrm|mathbf|text|operatorname)\b/g,
      ' ',
    )
    .replace(/\\[,;:!> ]/g, ' ')
    .replace(/\\([A-Za-z]+)\s*/g, ' $1 ')
    .replace(/[{}&]|\\(?=\W)/g, ' ')
    .replace(/\s*([_^])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
