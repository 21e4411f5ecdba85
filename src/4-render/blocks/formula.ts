import { type Html, html } from '../../base/html.ts';
import type { Formula } from '../../model/blocks.ts';
import { blockAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderMath, renderTex, widthOfMath } from '../math.ts';

/** The width, in em, up to which a formula fits anywhere. */
const narrow = 8;

/** Renders a formula with its number at the margin; nothing if it only defines commands. */
export function renderFormula(formula: Formula, context: SlideContext): Html {
  const { equations } = context.deck;
  const rows = formula.rows?.map(
    (row) => row && { id: row.id, text: row.tag ?? equations.get(row.key) ?? '' },
  );
  const math = renderMath(formula.math, context, rows) ?? renderTex(formula.math);
  if (!math) return html``;
  const width = widthOfMath(formula.math, context);
  const classes = rows ? ['formula', 'formula-rows'] : ['formula'];
  const { id } = formula.attributes;
  const number = formula.tag ?? (id === undefined ? undefined : equations.get(id));
  const { alt } = formula.math;
  const numbers = [number, ...(rows ?? []).map((row) => row?.text)].filter(Boolean).join(', ');
  const own = blockAttributes(formula.attributes, context, classes, {
    ...(alt !== undefined && { role: 'img', 'aria-label': `${alt} ${numbers}`.trim() }),
    style: width > narrow && `--width:${Math.ceil(width * 1.01)}`,
  });
  return html`<div${own}>${math}${
    number !== undefined && html`<span class="formula-number">${number}</span>`
  }</div>`;
}
