import type { Block } from '../../../model/blocks.ts';
import type { Slot } from '../../../model/deck.ts';
import type { PlaceholderRef } from '../shapes/shape.ts';
import type { Placeholder } from '../theme/looks.ts';
import type { Box } from '../units.ts';

/** The blocks of a slot; a quote in its own has no border. */
export function blocksOf({ name, blocks }: Slot): readonly Block[] {
  if (name !== 'quote') return blocks;
  return blocks.flatMap((block) => (block.kind === 'quote' ? block.blocks : [block]));
}

/** What a shape that fills a placeholder says of it. */
export function referTo({ type, index, orient }: Placeholder): PlaceholderRef {
  return { type, index, orient };
}

/** Whether a box is where the layout has a placeholder. */
export function isAt(placeholder: Placeholder, box: Box): boolean {
  if (placeholder.isMoved) return false;
  return (['x', 'y', 'width', 'height'] as const).every(
    (key) => Math.abs(placeholder.box[key] - box[key]) < 0.01,
  );
}

/** The area of text in a box. */
export function within(box: Box, placeholder: Placeholder | undefined): Box {
  const [left, top, right, bottom] = placeholder?.insets ?? [0, 0, 0, 0];
  return {
    x: box.x + left,
    y: box.y + top,
    width: Math.max(1, box.width - left - right),
    height: Math.max(1, box.height - top - bottom),
  };
}

/** Whether a kind of item other than text can fill a placeholder. */
export function fillsPlaceholder(kind: string): boolean {
  return kind === 'table' || kind === 'chart' || kind === 'picture';
}
