import type { SlideWriter } from '../slide/slide-writer.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { type TextBodySettings, textOfSize } from '../text/write-text.ts';
import type { Box } from '../units.ts';
import { addText } from './shape.ts';

/** The height of a caption with its distance from what it belongs to, in slide pixels. */
export const captionHeight = 34;

/** The distance of a caption from what is above it. */
export const captionGap = 6;

/** Adds a line of small, muted text. @returns its id */
export function addCaption(
  writer: SlideWriter,
  box: Box,
  paragraph: Omit<Paragraph, 'level'>,
  more: Pick<TextBodySettings, 'anchor' | 'leading'> = {},
  name = writer.nameOf('Caption'),
): number {
  const size = writer.style.length('--size-caption');
  return addText(writer, {
    name,
    box,
    paragraphs: [{ ...paragraph, level: 0 }],
    settings: { ...textOfSize(size, '--color-muted'), ...more },
  });
}
