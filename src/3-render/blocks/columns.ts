import type { Columns } from '../../deck.ts';
import { attributes, type Html, html } from '../../html.ts';
import { blockAttributes, cssLength } from '../attributes.ts';
import type { RenderBlocks } from '../blocks.ts';
import type { SlideContext } from '../context.ts';

/** Columns side by side, of equal width where none is given. */
export function renderColumns(
  columns: Columns,
  context: SlideContext,
  renderBlocks: RenderBlocks,
): Html {
  const widths = columns.columns.map(({ attributes: { values } }) => values.get('width'));
  const style = widths.some((width) => width !== undefined)
    ? `grid-template-columns:${widths.map((width) => (width === undefined ? '1fr' : cssLength(width))).join(' ')}`
    : `grid-template-columns:repeat(${widths.length},minmax(0,1fr))`;
  const own = blockAttributes(columns.attributes, context, ['columns']);
  const rendered = columns.columns.map((column) => {
    const attrs = blockAttributes(column.attributes, context, ['column', 'flow']);
    return html`<div${attrs}>\n${renderBlocks(column.blocks, context)}</div>\n`;
  });
  return html`<div${own}${attributes({ style })}>\n${rendered}</div>`;
}
