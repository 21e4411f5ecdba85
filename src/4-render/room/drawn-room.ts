import type { Block } from '../../model/blocks.ts';
import type { Inline } from '../../model/inline.ts';
import { containsBlock, heightOf } from './block-height.ts';
import type { Room } from './room.ts';

/** The smallest height of an image, and the height of the lines around it, in slide pixels. */
const [minHeight, padding] = [56, 24];

/** The smallest height of a chart and a diagram, as in the base styles, in slide pixels. */
export const minChartHeight = 80;

/** The gap between blocks, in slide pixels. */
const gap = 24;

/** The approximate size that blocks leave for each chart and diagram among them. */
export function chartSize(blocks: readonly Block[], room: Room): Room {
  const count = sum(blocks, countCharts);
  const taken = sum(blocks, (block) => heightAround(block, room.width)) + (count - 1) * gap;
  const height = (room.height - taken) / Math.max(1, count);
  return { ...room, height: Math.max(minChartHeight, height) };
}

/** The number of charts and diagrams above each other; columns divide the room that they get. */
function countCharts(block: Block): number {
  if (block.kind === 'columns') return containsBlock(block, isChart) ? 1 : 0;
  if (isChart(block)) return 1;
  return sum(blocksIn(block), countCharts);
}

/** The height of a block without its charts and diagrams. */
function heightAround(block: Block, width: number): number {
  if (countCharts(block) === 0) return heightOf(block, width);
  return sum(blocksIn(block), (inner) => heightAround(inner, width));
}

/** The blocks in a block, unless it arranges them in columns. */
function blocksIn(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'group':
    case 'quote':
    case 'callout':
      return block.blocks;
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks);
    case 'definitions':
      return block.items.flatMap(({ definitions }) => definitions.flat());
    default:
      return [];
  }
}

function isChart({ kind }: Block): boolean {
  return kind === 'chart' || kind === 'diagram';
}

/**
 * The height for each image, video, QR code, chart and diagram in lists, tables, quotes and HTML, which do
 * not shrink as others do: what the text leaves, shared by those above each other.
 *
 * @returns slide pixels; `undefined` if there are none
 */
export function drawnRoom(blocks: readonly Block[], room: Room): number | undefined {
  const hasChart = blocks.some((block) => containsBlock(block, isChart));
  if (!blocks.some((block) => holdsDrawn(block, hasChart))) return undefined;
  const count = sum(blocks, countDrawn);
  const text = sum(blocks, (block) => textHeight(block, room.width));
  return Math.max(minHeight, Math.floor((room.height - text) / count) - padding);
}

/**
 * Whether a block contains images and the like that cannot shrink when the slide is full.
 *
 * @param hasChart whether a chart is next to it, which an element of HTML may surround
 */
function holdsDrawn(block: Block, hasChart: boolean): boolean {
  if (block.kind === 'html') return hasChart;
  return (
    ['list', 'definitions', 'table', 'quote', 'callout'].includes(block.kind) &&
    countDrawn(block) > 0
  );
}

/** The number of images and the like above each other. */
function countDrawn(block: Block): number {
  switch (block.kind) {
    case 'figure':
    case 'chart':
    case 'diagram':
    case 'qr':
      return 1;
    case 'media':
      return block.type === 'video' ? 1 : 0;
    case 'images':
      return block.lines.filter(({ isRow }) => isRow).length;
    case 'table':
      return [block.header, ...block.rows].filter((row) => row.some(hasImage)).length;
    case 'columns':
      return Math.max(0, ...block.columns.map(({ blocks }) => sum(blocks, countDrawn)));
    default:
      return sum(blocksIn(block), countDrawn);
  }
}

/** The height of the text of a block, without its images. */
function textHeight(block: Block, width: number): number {
  const inside = (blocks: readonly Block[]) => sum(blocks, (inner) => textHeight(inner, width));
  switch (block.kind) {
    case 'figure':
    case 'chart':
    case 'diagram':
      return 0;
    case 'qr':
      return block.caption.length > 0 ? lineHeight : 0;
    case 'media':
      return block.type === 'video' ? 0 : heightOf(block);
    case 'images':
      return sum(block.lines, ({ isRow }) => (isRow ? 0 : lineHeight));
    case 'list':
    case 'quote':
    case 'callout':
    case 'group':
      return inside(blocksIn(block));
    case 'table':
      return sum([block.header, ...block.rows], (row) => (row.some(hasImage) ? 0 : lineHeight));
    case 'definitions':
      return sum(block.items, ({ terms }) => terms.length * lineHeight) + inside(blocksIn(block));
    case 'columns':
      return Math.max(0, ...block.columns.map(({ blocks }) => inside(blocks)));
    default:
      return heightOf(block, width);
  }
}

const lineHeight = 52;

/** Whether inlines contain an image that is not between words. */
function hasImage(inlines: readonly Inline[]): boolean {
  return inlines.some((inline) => {
    if (inline.kind === 'image') return inline.inText !== true;
    if (inline.kind === 'html') {
      return inline.content.some(
        (part) =>
          typeof part === 'object' && 'kind' in part && part.kind === 'image' && !part.inText,
      );
    }
    return 'content' in inline && hasImage(inline.content);
  });
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}
