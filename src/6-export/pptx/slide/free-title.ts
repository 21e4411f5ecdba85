import { addText } from '../shapes/shape.ts';
import type { Run } from '../text/paragraph.ts';
import { textOfSize } from '../text/write-text.ts';
import type { TextLook } from '../theme/looks.ts';
import type { Box } from '../units.ts';
import type { SlideWriter } from './slide-writer.ts';

/** Writes the title of a slide whose layout has no place for one. */
export function addFreeTitle(
  writer: SlideWriter,
  runs: readonly Run[],
  { size, color, anchor }: TextLook,
  box: Box,
  share: number,
): void {
  addText(writer, {
    name: 'Title',
    box,
    paragraphs: [{ runs, level: 0, before: 0, style: { font: 'heading' } }],
    settings: { ...textOfSize(size * share, color), anchor },
  });
}
