import type { Block } from '../model/blocks.ts';
import type { Inline } from '../model/inline.ts';
import { heightOf, type Room } from './room.ts';

/** The smallest height of an image, and the height of the lines around it, in slide pixels. */
const [minHeight, padding] = [56, 24];

/**
 * The height for each image in lists, tables and quotes, which do not shrink as other images do: what the
 * text leaves, shared by the images above each other.
 *
 * @returns slide pixels; `undefined` if there are no such images
 */
export function imageRoom(blocks: readonly Block[], room: Room): number | undefined {
  if (!blocks.some((block) => isRigid(block) && countImages(block) > 0)) return undefined;
  const count = sum(blocks, countImages);
  const text = sum(blocks, textHeight);
  return Math.max(minHeight, Math.floor((room.height - text) / count) - padding);
}

/** Blocks whose images cannot shrink when the slide is full. */
function isRigid(block: Block): boolean {
  return ['list', 'definitions', 'table', 'quote', 'callout'].includes(block.kind);
}

/** The number of images above each other. */
function countImages(block: Block): number {
  switch (block.kind) {
    case 'figure':
      return 1;
    case 'images':
      return block.lines.filter(({ isRow }) => isRow).length;
    case 'list':
      return sum(block.items, ({ blocks }) => sum(blocks, countImages));
    case 'definitions':
      return sum(block.items, ({ definitions }) => sum(definitions.flat(), countImages));
    case 'definitions':
      return sum(block.items, ({ definitions }) => sum(definitions.flat(), countImages));
    case 'quote':
    case 'callout':
    case 'group':
      return sum(block.blocks, countImages);
    case 'table':
      return [block.header, ...block.rows].filter((row) => row.some(hasImage)).length;
    case 'columns':
      return Math.max(0, ...block.columns.map(({ blocks }) => sum(blocks, countImages)));
    default:
      return 0;
  }
}

/** The height of the text of a block, without its images. */
function textHeight(block: Block): number {
  switch (block.kind) {
    case 'figure':
      return 0;
    case 'images':
      return sum(block.lines, ({ isRow }) => (isRow ? 0 : lineHeight));
    case 'list':
      return sum(block.items, ({ blocks }) => sum(blocks, textHeight));
    case 'definitions':
      return sum(
        block.items,
        ({ terms, definitions }) => terms.length * lineHeight + sum(definitions.flat(), textHeight),
      );
    case 'quote':
    case 'callout':
    case 'group':
      return sum(block.blocks, textHeight);
    case 'table':
      return sum([block.header, ...block.rows], (row) => (row.some(hasImage) ? 0 : lineHeight));
    case 'columns':
      return Math.max(0, ...block.columns.map(({ blocks }) => sum(blocks, textHeight)));
    default:
      return heightOf(block);
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
