import { isDoubtful } from '../../1-load/lexing/formula-or-text.ts';
import type { TexFormula } from '../../model/inline.ts';
import type { Source } from '../source.ts';

/**
 * Adds a formula to the findings, to be typeset later.
 *
 * @param source begins with the TeX
 */
export function addFormula(tex: string, display: boolean, source: Source): TexFormula {
  let offset = 0;
  const lines = tex.split('\n').map((line) => {
    const span = source.span(offset, line.length);
    offset += line.length + 1;
    return span;
  });
  const formula = { tex, display, lines };
  source.findings.formulas.push(formula);
  return formula;
}

/** Two dollar signs that would be those of a formula, with a text that is none. */
const dollars = /(?<![\p{L}\p{N}$])\$(?![\s$])([^$\n]+)(?<!\s)\$(?![\p{L}\p{N}$])/gu;

/**
 * Reports text between dollar signs that may be meant as a formula.
 *
 * @param source begins with the text
 */
export function reportDoubtfulFormulas(text: string, source: Source): void {
  for (const { 0: whole, 1: tex = '', index } of text.matchAll(dollars)) {
    if (!isDoubtful(tex)) continue;
    const written = /(?<!\\)%/.test(tex) ? 'write \\%' : 'put words into \\text{…}';
    const hint = `for a formula, ${written}; for dollar signs, write \\$`;
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
