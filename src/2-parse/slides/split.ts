import type { Block, Code, List, Table } from '../../model/blocks.ts';
import type { Slide } from '../../model/deck.ts';
import { heightOf, itemHeight, rowHeight } from '../room/block-height.ts';
import { type Room, slotSize } from '../room/room.ts';

/** A list, a table or code, whose items, rows or lines may continue on another slide. */
type Divisible = List | Table | Code;

/** The height of a line of code at a readable size, and of the box around code, in slide pixels. */
const [codeLine, codeBox] = [28, 48];

/**
 * Divides a slide whose list, table or code is too long, into slides that continue it. What is above it
 * stays on the first of them, what is below it comes on the last one. Heights are estimated, as nothing is
 * laid out yet: the page still shrinks a slide that is too full.
 *
 * @param deckSize of the slides, in CSS pixels
 * @returns the slide itself, if it fits or has nothing to divide
 */
export function splitSlide(slide: Slide, deckSize: Room): readonly Slide[] {
  const slot = slide.slots.find(({ name }) => name === 'body');
  const index = slot ? longestOf(slot.blocks) : -1;
  const block = slot?.blocks[index];
  if (!slot || !isDivisible(block)) return [slide];
  const { width, height } = slotSize(slide, 'body', deckSize);
  const others = slot.blocks.filter((other) => other !== block);
  const around = others.reduce((sum, other) => sum + heightOf(other, width), 0);
  const [above, below] = [slot.blocks.slice(0, index), slot.blocks.slice(index + 1)];
  const heights = heightsIn(block, width);
  const chunks = divide(heights, height - fixedHeight(block), around);
  if (chunks.length < 2) return [slide];
  return chunks.map(([from, to], part) => {
    const isFirst = part === 0;
    const isLast = part === chunks.length - 1;
    const own = cut(block, from, to);
    const blocks = [...(isFirst ? above : []), own, ...(isLast ? below : [])];
    return continuation(slide, blocks, part, chunks.length);
  });
}

function isDivisible(block: Block | undefined): block is Divisible {
  return block?.kind === 'list' || block?.kind === 'table' || block?.kind === 'code';
}

/** The index of the highest block that can be divided. */
function longestOf(blocks: readonly Block[]): number {
  const heights = blocks.map((block) => (isDivisible(block) ? heightOf(block) : -1));
  const highest = Math.max(...heights);
  return highest < 0 ? -1 : heights.indexOf(highest);
}

/** The heights of the items, rows or lines of a block, in slide pixels. */
function heightsIn(block: Divisible, width: number): readonly number[] {
  switch (block.kind) {
    case 'list':
      return block.items.map((item) => itemHeight(item, width));
    case 'table':
      return block.rows.map((row) => rowHeight(row, width));
    case 'code':
      return block.text.split('\n').map(() => codeLine);
  }
}

/** The height that each part of a block needs besides its items: the header of a table, the box of code. */
function fixedHeight(block: Divisible): number {
  if (block.kind === 'table') return rowHeight(block.header, Number.POSITIVE_INFINITY);
  return block.kind === 'code' ? codeBox : 0;
}

/**
 * Divides items into parts that are about equally high.
 *
 * @param room for each part; the first and the last one share `around` with other blocks
 * @returns the first item of each part, and that after its last one
 */
function divide(
  heights: readonly number[],
  room: number,
  around: number,
): readonly (readonly [from: number, to: number])[] {
  const total = heights.reduce((sum, height) => sum + height, around);
  const count = Math.min(heights.length, Math.max(1, Math.ceil(total / Math.max(1, room))));
  const parts: (readonly [number, number])[] = [];
  let [from, sum] = [0, around];
  for (const [index, height] of heights.entries()) {
    const goal = (total * (parts.length + 1)) / count;
    const isFull = sum + height / 2 > goal && index > from;
    if (isFull && parts.length < count - 1) {
      parts.push([from, index]);
      from = index;
    }
    sum += height;
  }
  return [...parts, [from, heights.length]];
}

/** A part of a list, a table with its header, or code. */
function cut(block: Divisible, from: number, to: number): Divisible {
  switch (block.kind) {
    case 'list': {
      const items = block.items.slice(from, to);
      const start = block.start === undefined ? {} : { start: block.start + from };
      return { ...withoutId(block, from), ...start, items, span: items[0]?.span ?? block.span };
    }
    case 'table':
      return { ...withoutId(block, from), rows: block.rows.slice(from, to) };
    case 'code':
      return cutCode(withoutId(block, from), from, to);
  }
}

function cutCode(code: Code, from: number, to: number): Code {
  const isInside = (line: number): boolean => line > from && line <= to;
  const steps = code.steps.map((step) =>
    step === 'all' ? step : step.filter(isInside).map((line) => line - from),
  );
  const changes = [...code.changes].filter(([line]) => isInside(line));
  return {
    ...code,
    text: code.text.split('\n').slice(from, to).join('\n'),
    steps: steps.filter((step) => step.length > 0),
    changes: new Map(changes.map(([line, change]) => [line - from, change])),
    ...(code.firstNumber !== undefined && { firstNumber: code.firstNumber + from }),
  };
}

/** An id is that of the first part. */
function withoutId<T extends Block>(block: T, part: number): T {
  const { classes, values } = block.attributes;
  return part === 0 ? block : { ...block, attributes: { classes, values } };
}

/** @param part from 0 */
function continuation(slide: Slide, blocks: readonly Block[], part: number, count: number): Slide {
  const position = ` ${part + 1} / ${count}`;
  const slots = slide.slots.map((slot) => {
    if (slot.name === 'body') return { ...slot, blocks };
    return slot.name === 'title'
      ? { ...slot, blocks: slot.blocks.map(titleOf(position, part)) }
      : slot;
  });
  const title = slide.title && slide.title + position;
  const { typeRoom, ...same } = slide;
  const first = { ...same, title, slots, content: {} };
  if (part === 0) return first;
  const { time, anchor, headingIds, ...others } = first;
  const { id, ...settings } = slide.settings;
  return { ...others, settings, headings: [], notes: [] };
}

/** Adds the position to a heading, in the color of less important text. */
function titleOf(position: string, part: number): (block: Block) => Block {
  const attributes = { classes: ['part'], values: new Map<string, string>() };
  const mark = { kind: 'span', attributes, content: [{ kind: 'text', text: position }] } as const;
  return (block) =>
    block.kind === 'heading'
      ? { ...withoutId(block, part), content: [...block.content, mark] }
      : block;
}
