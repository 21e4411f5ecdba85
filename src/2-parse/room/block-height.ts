import type { Block, Definitions, ListItem } from '../../model/blocks.ts';
import type { HtmlPart, Inline } from '../../model/inline.ts';
import { plainText } from '../inline/plain-text.ts';
import { widthOf } from './text-width.ts';

/** Whether a block, or any block in its groups or columns, meets a condition. */
export function containsBlock(block: Block, condition: (block: Block) => boolean): boolean {
  const some = (blocks: readonly Block[]): boolean =>
    blocks.some((inner) => containsBlock(inner, condition));
  if (block.kind === 'group') return some(block.blocks);
  if (block.kind === 'columns') return block.columns.some(({ blocks }) => some(blocks));
  return condition(block);
}

/** The height of a line of text, in slide pixels. */
export const line = 42;
const gap = 24;

/** The average width of a character and the longest line of a paragraph in the base styles, in slide pixels. */
const [character, longestLine] = [13, 1008];

/**
 * The approximate height of a block that is no chart or diagram, including the gap below.
 *
 * @param width the width that its paragraphs may use, in slide pixels; without it, each is one line
 */
export function heightOf(block: Block, width?: number): number {
  switch (block.kind) {
    case 'pause':
      return 0;
    case 'list':
      return block.items.length * (line + 14) + gap;
    case 'definitions':
      return sumOfLines(block.items) * line + gap;
    case 'table':
      return (block.rows.length + 1) * 52 + gap;
    case 'code':
      return block.text.split('\n').length * 33 + 2 * gap;
    case 'paragraph':
      return countLines(block.content, width) * line + gap;
    case 'heading':
      return line + gap;
    case 'html':
      return isOnlyTags(block.content) ? 0 : 2 * line + gap;
    case 'images':
      return block.lines.length * line + gap;
    default:
      return 2 * line + gap;
  }
}

/** The approximate height of an item of a list, including the gap below. */
export function itemHeight({ blocks }: ListItem, width: number): number {
  const heights = blocks.map((block) => {
    if (block.kind === 'paragraph') return countLines(block.content, width) * line;
    if (block.kind !== 'list') return heightOf(block, width);
    return block.items.reduce((sum, item) => sum + itemHeight(item, width), 0);
  });
  return heights.reduce((sum, height) => sum + height, 14);
}

/** The approximate height of a row of a table whose columns are equally wide. */
export function rowHeight(row: readonly (readonly Inline[])[], width: number): number {
  const lines = row.map((cell) => countLines(cell, width / row.length));
  return Math.max(1, ...lines) * 34 + 18;
}

function sumOfLines(items: Definitions['items']): number {
  return items.reduce((sum, { terms, definitions }) => sum + terms.length + definitions.length, 0);
}

/** The approximate number of lines of a paragraph. */
function countLines(content: readonly Inline[], width: number | undefined): number {
  if (width === undefined) return 1;
  const columns = Math.max(1, Math.min(width, longestLine) / character);
  return Math.max(1, Math.ceil(widthOf(plainText(content)) / columns));
}

/** Whether HTML only begins or ends elements around other blocks. */
function isOnlyTags(content: readonly HtmlPart[]): boolean {
  const html = content.filter((part) => typeof part === 'string').join('');
  return /^(?:\s|<\/?(?:div|section|article|aside|center|main|header|footer|figure|details|fieldset)\b[^>]*>)*$/i.test(
    html,
  );
}
