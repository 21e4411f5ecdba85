import type { Block } from '../../model/blocks.ts';
import { heightOf, itemHeight, rowHeight } from './block-height.ts';

/**
 * The height of a block at its usual size, in slide pixels.
 *
 * @param width that it may use, in slide pixels
 * @returns infinite where it cannot be estimated
 */
export function estimate(block: Block, width: number): number {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'code':
    case 'pause':
    case 'rule':
      return heightOf(block, width);
    case 'list':
      return block.items.reduce((sum, item) => sum + itemHeight(item, width), 24);
    case 'quote':
    case 'callout':
      return estimateAll(block.blocks, width) + 96;
    case 'table':
      return [block.header, ...block.rows].reduce((sum, row) => sum + rowHeight(row, width), 24);
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** The height of blocks below each other. */
export function estimateAll(blocks: readonly Block[], width: number): number {
  return blocks.reduce((sum, block) => sum + estimate(block, width), 0);
}
