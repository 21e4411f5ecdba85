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

/** The approximate reading of a formula, for names and titles: without TeX syntax. */
export function readTex(tex: string): string {
  return tex
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
