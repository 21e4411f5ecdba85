import { isImagePart } from '../../2-parse/inline/images/image-lines.ts';
import { containsBlock, heightOf, line } from '../../2-parse/room/block-height.ts';
import type { Room } from '../../2-parse/room/room.ts';
import type { Block } from '../../model/blocks.ts';
import type { Inline, PlaceInText } from '../../model/inline.ts';
import type { AssetRef } from '../../model/source.ts';

/** The height that charts and diagrams keep on a slide that is too full, in slide pixels. */
export const minChartHeight = 144;

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

/** Images, videos, QR codes, charts and diagrams above each other. */
interface DrawnRows {
  /** What the text leaves for them, in whole slide pixels. */
  readonly free: number;
  /** The files of each row in a line of text; none if a row takes all the height there is. */
  readonly rows: readonly DrawnRow[];
}

type DrawnRow = readonly AssetRef[];

/**
 * The rows of images and the like in text, lists, tables, quotes and HTML, which do not shrink as others do.
 *
 * @returns `undefined` if there are none
 */
export function drawnRoom(blocks: readonly Block[], room: Room): DrawnRows | undefined {
  const hasChart = blocks.some((block) => containsBlock(block, isChart));
  if (!blocks.some((block) => holdsDrawn(block, hasChart))) return undefined;
  const text = sum(blocks, (block) => textHeight(block, room.width));
  const free = Math.max(0, Math.floor(room.height - text));
  return { free, rows: blocks.flatMap(drawnRows) };
}

/**
 * Whether a block contains images and the like that cannot shrink when the slide is full.
 *
 * @param hasChart whether a chart is next to it, which an element of HTML may surround
 */
function holdsDrawn(block: Block, hasChart: boolean): boolean {
  if (block.kind === 'html') return hasChart;
  const holds = (inner: Block): boolean => holdsDrawn(inner, hasChart);
  if (block.kind === 'group') return block.blocks.some(holds);
  if (block.kind === 'columns') return block.columns.some(({ blocks }) => blocks.some(holds));
  return (
    ['list', 'definitions', 'table', 'quote', 'callout', 'paragraph', 'heading'].includes(
      block.kind,
    ) && drawnRows(block).length > 0
  );
}

const unknownRow: readonly DrawnRow[] = [[]];

/** The rows of images and the like above each other. */
function drawnRows(block: Block): readonly DrawnRow[] {
  switch (block.kind) {
    case 'figure':
    case 'chart':
    case 'diagram':
    case 'qr':
      return unknownRow;
    case 'media':
      return block.type === 'video' ? unknownRow : [];
    case 'images':
      return block.lines.filter(({ isRow }) => isRow).map(() => []);
    case 'paragraph':
    case 'heading':
      return hasImageNextToWords(block.content) ? [filesOf(block.content)] : [];
    case 'table':
      return [block.header, ...block.rows].filter((row) => row.some(hasImage)).map(filesOfRow);
    case 'columns':
      return longest(block.columns.map(({ blocks }) => blocks.flatMap(drawnRows)));
    default:
      return blocksIn(block).flatMap(drawnRows);
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
    case 'paragraph':
    case 'heading':
      return heightOf(block, width) - (hasImageNextToWords(block.content) ? line : 0);
    case 'definitions':
      return sum(block.items, ({ terms }) => terms.length * lineHeight) + inside(blocksIn(block));
    case 'columns':
      return Math.max(0, ...block.columns.map(({ blocks }) => inside(blocks)));
    default:
      return heightOf(block, width);
  }
}

const lineHeight = 52;

/** Whether inlines contain an image that may be higher than the text. */
function hasImage(inlines: readonly Inline[]): boolean {
  return imagesIn(inlines).some(({ inText }) => inText !== 'between-words');
}

/** Whether inlines contain such an image next to words, whose size the author has not set. */
function hasImageNextToWords(inlines: readonly Inline[]): boolean {
  return imagesIn(inlines).some(({ inText }) => inText === 'next-to-words');
}

/** The files of the images next to words; none if other images may be higher than the text. */
function filesOf(inlines: readonly Inline[]): DrawnRow {
  const high = imagesIn(inlines).filter(({ inText }) => inText !== 'between-words');
  const isKnown = high.every(({ inText, source }) => inText !== undefined && source !== undefined);
  return isKnown ? high.flatMap(({ source }) => source ?? []) : [];
}

function filesOfRow(cells: readonly (readonly Inline[])[]): DrawnRow {
  const rows = cells.filter(hasImage).map(filesOf);
  return rows.some((row) => row.length === 0) ? [] : rows.flat();
}

function longest<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return lists.reduce((found, list) => (list.length > found.length ? list : found), []);
}

interface ImageInText {
  readonly inText?: PlaceInText;
  readonly source?: AssetRef;
}

function imagesIn(inlines: readonly Inline[]): readonly ImageInText[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'image') return [inline];
    if (inline.kind === 'html') return inline.content.filter(isImagePart);
    return 'content' in inline ? imagesIn(inline.content) : [];
  });
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}
