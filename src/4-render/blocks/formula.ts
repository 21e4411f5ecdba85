import { type Html, html } from '../../base/html.ts';
import type { Formula } from '../../model/blocks.ts';
import { blockAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderMath, widthOfMath } from '../math.ts';

/** In em: narrower ones fit wherever they stand. */
const narrow = 8;

/** A formula by itself, its number at the margin. One that only defines commands is not shown. */
export function renderFormula(formula: Formula, context: SlideContext): Html {
  const math = renderMath(formula.math, context);
  if (!math) return html``;
  const width = widthOfMath(formula.math, context);
  const own = blockAttributes(formula.attributes, context, ['formula'], {
    style: width > narrow && `--width:${Math.round(width)}`,
  });
  const { id } = formula.attributes;
  const number = formula.tag ?? (id === undefined ? undefined : context.deck.equations.get(id));
  return html`<div${own}>${math}${
    number !== undefined && html`<span class="formula-number">${number}</span>`
  }</div>`;
}
