import { containsBlock, heightOf } from '../../2-parse/room/block-height.ts';
import { widthOf } from '../../2-parse/room/text-width.ts';
import type { Block, Code } from '../../model/blocks.ts';

/** The height that code may use among other blocks. */
export interface CodeRoom {
  /** In slide pixels. */
  readonly height: number;
  /** The font size at which it fits, in rem. */
  readonly size: number;
}

/** The values of the base styles for code, in em except for the last. */
const [lineHeight, padding] = [1.375, 1.8];
const captionHeight = 36;
const pixels = 16;

/** The column at which long lines are assumed to wrap. */
const wrapAt = 64;

/** @param height the height of all blocks, in slide pixels */
export function codeSize(blocks: readonly Block[], height: number): CodeRoom {
  const taken = blocks.reduce((sum, block) => sum + (holdsCode(block) ? 0 : heightOf(block)), 0);
  const left = height - taken;
  const codes = blocks.flatMap(codesIn);
  const captions = codes.filter(({ title }) => title !== undefined).length;
  const ems = codes.reduce((sum, code) => sum + countRows(code) * lineHeight + padding, 0);
  const size = (left - captions * captionHeight) / pixels / Math.max(1, ems);
  return { height: left, size: Math.min(3, Math.max(0, Number(size.toFixed(2)))) };
}

/** The code blocks in a block, unless they are in columns or quotes. */
function codesIn(block: Block): readonly Code[] {
  if (block.kind === 'code') return [block];
  return block.kind === 'group' ? block.blocks.flatMap(codesIn) : [];
}

function holdsCode(block: Block): boolean {
  return containsBlock(block, ({ kind }) => kind === 'code');
}

function countRows({ text, wraps }: Code): number {
  const lines = text.split('\n');
  if (!wraps) return lines.length;
  return lines.reduce((sum, line) => sum + Math.ceil(Math.max(1, widthOf(line)) / wrapAt), 0);
}

/** The smallest font size, in slide pixels, and the width of its characters, in em. */
const [smallest, advance] = [17, 0.605];

/** The number of columns that fit into a width, in slide pixels, at the smallest font size. */
export function mostColumns(width: number): number {
  return Math.floor((width / smallest - 2.5) / advance);
}
