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

/** Renders blocks in their order. What follows a pause, also one inside of a block, is wrapped into one step. */
export function renderBlocks(blocks: readonly Block[], context: SlideContext): Html {
  const lines: Html[] = [];
  for (const [i, block] of blocks.entries()) {
    const { pause } = context.steps;
    if (block.kind === 'pause') beginPause(context);
    else lines.push(html`${renderBlock(block, context)}\n`);
    if (context.steps.pause !== pause) {
      lines.push(renderPaused(blocks.slice(i + 1), context));
      break;
    }
  }
  return html`${lines}`;
}

function beginPause({ steps }: SlideContext): void {
  if (!steps.isStill) steps.pause = steps.next();
}

/** What waits for the pause before it. The next pause stands beside its step, not inside of it. */
function renderPaused(blocks: readonly Block[], context: SlideContext): Html {
  const next = blocks.findIndex(({ kind }) => kind === 'pause');
  const [own, rest] = next < 0 ? [blocks, []] : [blocks.slice(0, next), blocks.slice(next)];
  const { pause: step } = context.steps;
  // A pause with nothing behind it is no step.
  const waiting =
    own.length > 0 &&
    html`<div class="fragment flow" data-fragment-index="${step}">
${renderBlocks(own, context)}</div>\n`;
  return html`${waiting}${renderBlocks(rest, context)}`;
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
