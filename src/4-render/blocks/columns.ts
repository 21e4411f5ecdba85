import { columnSize } from '../../2-parse/room/room.ts';
import { type Html, html } from '../../base/html.ts';
import type { Attributes, Columns } from '../../model/blocks.ts';
import { blockAttributes, cssLength } from '../attributes.ts';
import type { RenderBlocks } from '../blocks.ts';
import type { SlideContext } from '../context.ts';
import { codeSize } from '../room/code-size.ts';
import { chartSize } from '../room/drawn-room.ts';

/** Renders columns, of equal width by default. */
export function renderColumns(
  columns: Columns,
  context: SlideContext,
  renderBlocks: RenderBlocks,
): Html {
  const widths = columns.columns.map(({ attributes: { values } }) => values.get('width'));
  const tracks =
    fractionsOf(widths) ??
    widths.map((width) => (width === undefined ? '1fr' : cssLength(width, context)));
  const style = widths.some((width) => width !== undefined)
    ? `grid-template-columns:${tracks.join(' ')}`
    : `grid-template-columns:repeat(${widths.length},minmax(0,1fr))`;
  const own = blockAttributes(columns.attributes, context, ['columns'], { style });
  const { pause } = context.steps;
  const rendered = columns.columns.map((column) => {
    const attrs = columnAttributes(column.attributes, pause, context);
    const size = columnSize(context.room, widths.length, context.deck.frontMatter.size);
    const room = chartSize(column.blocks, size);
    const code = codeSize(column.blocks, context.code.height);
    return html`<div${attrs}>\n${renderBlocks(column.blocks, { ...context, room, code })}</div>\n`;
  });
  return html`<div${own}>\n${rendered}</div>`;
}

/** Percentages that leave no room for the gaps between columns, as shares of what the gaps leave. */
function fractionsOf(widths: readonly (string | undefined)[]): readonly string[] | undefined {
  const shares = widths.map((width) => Number(/^([\d.]+)%$/.exec(width ?? '')?.[1]));
  const sum = shares.reduce((total, share) => total + share, 0);
  return sum > 90 ? shares.map((share) => `minmax(0,${share}fr)`) : undefined;
}

/** @param before the pause before the first column; a later pause applies to the columns after it */
function columnAttributes(
  own: Attributes,
  before: number | undefined,
  context: SlideContext,
): Html {
  const { pause } = context.steps;
  if (pause === before || own.classes.includes('fragment')) {
    return blockAttributes(own, context, ['column', 'flow']);
  }
  const step = { 'data-fragment-index': pause };
  return blockAttributes(own, context, ['column', 'flow', 'fragment'], step);
}
