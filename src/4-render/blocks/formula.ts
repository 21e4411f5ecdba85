import { type Html, html } from '../../base/html.ts';
import type { Formula } from '../../model/blocks.ts';
import { blockAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderMath, widthOfMath } from '../math.ts';

/** The width, in em, up to which a formula fits anywhere. */
const narrow = 8;

/** Renders a formula with its number at the margin; nothing if it only defines commands. */
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
