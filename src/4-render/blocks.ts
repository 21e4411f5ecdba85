import { type Html, html } from '../base/html.ts';
import type { Block } from '../model/blocks.ts';
import { blockAttributes } from './attributes.ts';
import { renderChart } from './blocks/chart.ts';
import { renderCode } from './blocks/code.ts';
import { renderColumns } from './blocks/columns.ts';
import { renderDefinitions } from './blocks/definitions.ts';
import { renderDiagram } from './blocks/diagram.ts';
import { renderFigure } from './blocks/figure.ts';
import { renderFormula } from './blocks/formula.ts';
import { renderHeading } from './blocks/heading.ts';
import { renderImages } from './blocks/images.ts';
import { renderList } from './blocks/list.ts';
import { renderMedia } from './blocks/media.ts';
import { renderQr } from './blocks/qr.ts';
import { renderCallout, renderQuote } from './blocks/quote.ts';
import { renderTable } from './blocks/table.ts';
import type { SlideContext } from './context.ts';
import { renderHtmlParts, renderInlines } from './inline.ts';
import { withSource } from './source-marks.ts';

export type RenderBlocks = typeof renderBlocks;

/** Blocks that appear together: with a step, or immediately. */
interface Batch {
  readonly step?: number | undefined;
  readonly lines: Html[];
}

/** Renders blocks. Those after a pause, including one inside a block, are wrapped in a step. */
export function renderBlocks(blocks: readonly Block[], context: SlideContext): Html {
  const { steps } = context;
  let batch: Batch = { lines: [] };
  const batches = [batch];
  for (const block of blocks) {
    const before = steps.pause;
    if (block.kind !== 'pause') {
      const rendered = renderBlock(block, context);
      batch.lines.push(html`${withSource(rendered, block.span, context)}\n`);
    }
    if (block.kind === 'pause' && !steps.isStill) steps.pause = steps.next();
    if (steps.pause === before) continue;
    batch = { step: steps.pause, lines: [] };
    batches.push(batch);
  }
  return html`${batches.map(renderBatch)}`;
}

function renderBatch({ step, lines }: Batch): Html {
  // A pause at the end is no step.
  if (step === undefined || lines.length === 0) return html`${lines}`;
  return html`<div class="fragment flow" data-fragment-index="${step}">\n${lines}</div>\n`;
}

function renderBlock(block: Block, context: SlideContext): Html {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block, context);
    case 'paragraph':
      return html`<p${blockAttributes(block.attributes, context)}>${renderInlines(block.content, context)}</p>`;
    case 'images':
      return renderImages(block, context);
    case 'list':
      return renderList(block, context, renderBlocks);
    case 'definitions':
      return renderDefinitions(block, context, renderBlocks);
    case 'quote':
      return renderQuote(block, context, renderBlocks);
    case 'callout':
      return renderCallout(block, context, renderBlocks);
    case 'code':
      return renderCode(block, context);
    case 'formula':
      return renderFormula(block, context);
    case 'table':
      return renderTable(block, context);
    case 'figure':
      return renderFigure(block, context);
    case 'media':
      return renderMedia(block, context);
    case 'chart':
      return renderChart(block, context);
    case 'qr':
      return renderQr(block, context);
    case 'diagram':
      return renderDiagram(block, context);
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
  const name = group.name === 'plain' ? [] : [group.name];
  const isAside = group.name === 'aside';
  // A landmark of the page would need a name; a note is part of its slide.
  const role = isAside ? (group.attributes.values.get('role') ?? 'note') : undefined;
  const more = role === undefined ? {} : { role };
  const open = blockAttributes(group.attributes, context, [...name, 'flow'], more);
  const content = renderBlocks(group.blocks, context);
  return isAside ? html`<aside${open}>\n${content}</aside>` : html`<div${open}>\n${content}</div>`;
}
