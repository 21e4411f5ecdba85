import type { Block } from '../deck.ts';
import { type Html, html } from '../html.ts';
import { blockAttributes } from './attributes.ts';
import { renderChart } from './blocks/chart.ts';
import { renderCode } from './blocks/code.ts';
import { renderColumns } from './blocks/columns.ts';
import { renderFigure } from './blocks/figure.ts';
import { renderHeading } from './blocks/heading.ts';
import { renderList } from './blocks/list.ts';
import { renderMedia } from './blocks/media.ts';
import { renderCallout, renderQuote } from './blocks/quote.ts';
import { renderTable } from './blocks/table.ts';
import type { SlideContext } from './context.ts';
import { renderHtmlParts, renderInlines } from './inline.ts';

export type RenderBlocks = typeof renderBlocks;

/** Renders blocks in their order. What follows a pause is wrapped into one step. */
export function renderBlocks(blocks: readonly Block[], context: SlideContext): Html {
  const index = blocks.findIndex(({ kind }) => kind === 'pause');
  const before = index < 0 ? blocks : blocks.slice(0, index);
  const lines = before.map((block) => html`${renderBlock(block, context)}\n`);
  if (index < 0) return html`${lines}`;
  const step = context.steps.next();
  context.steps.pause = step;
  const after = blocks.slice(index + 1);
  // The next pause stands beside this one's step, not inside of it.
  const next = after.findIndex(({ kind }) => kind === 'pause');
  const own = next < 0 ? after : after.slice(0, next);
  const rest = next < 0 ? [] : after.slice(next);
  return html`${lines}<div class="fragment flow" data-fragment-index="${step}">
${renderBlocks(own, context)}</div>
${renderBlocks(rest, context)}`;
}

function renderBlock(block: Block, context: SlideContext): Html {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block, context);
    case 'paragraph':
      return html`<p${blockAttributes(block.attributes, context)}>${renderInlines(block.content, context)}</p>`;
    case 'list':
      return renderList(block, context, renderBlocks);
    case 'quote':
      return renderQuote(block, context, renderBlocks);
    case 'callout':
      return renderCallout(block, context, renderBlocks);
    case 'code':
      return renderCode(block, context);
    case 'table':
      return renderTable(block, context);
    case 'figure':
      return renderFigure(block, context);
    case 'media':
      return renderMedia(block, context);
    case 'chart':
      return renderChart(block, context);
    case 'columns':
      return renderColumns(block, context, renderBlocks);
    case 'group':
      return renderGroup(block, context);
    case 'rule':
      return html`<hr>`;
    case 'html':
      return renderHtmlParts(block.content, context);
    case 'pause':
      return html``;
    default:
      return block satisfies never;
  }
}

function renderGroup(group: Extract<Block, { kind: 'group' }>, context: SlideContext): Html {
  const open = blockAttributes(group.attributes, context, [group.name, 'flow']);
  const content = renderBlocks(group.blocks, context);
  return group.name === 'aside'
    ? html`<aside${open}>\n${content}</aside>`
    : html`<div${open}>\n${content}</div>`;
}
