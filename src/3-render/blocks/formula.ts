import type { Formula } from '../../deck.ts';
import { type Html, html } from '../../html.ts';
import { blockAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderMaths } from '../maths/write.ts';

/** A formula by itself, its number at the margin. One that only defines commands is not shown. */
export function renderFormula(formula: Formula, context: SlideContext): Html {
  const maths = renderMaths(formula.maths, context);
  if (!maths) return html``;
  const own = blockAttributes(formula.attributes, context, ['formula']);
  const { number } = formula;
  return html`<div${own}>${maths}${
    number !== undefined && html`<span class="formula-number">${number}</span>`
  }</div>`;
}
