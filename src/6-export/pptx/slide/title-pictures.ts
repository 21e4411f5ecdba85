import { addPicture } from '../shapes/picture.ts';
import type { Placeholder } from '../theme/looks.ts';
import type { Box } from '../units.ts';
import type { Picture } from './items.ts';
import type { SlideWriter } from './slide-writer.ts';

const gap = 16;

/**
 * Adds the images of a title, as high as a line of it: after its words at the end of its box, or in their place.
 *
 * @returns the box that is left for words
 */
export function addTitlePictures(
  writer: SlideWriter,
  pictures: readonly Picture[],
  { text }: Placeholder,
  box: Box,
  hasWords: boolean,
): Box {
  if (pictures.length === 0) return box;
  const height = Math.min(box.height, text.size * text.leading);
  const widths = pictures.map(({ size }) => (size.width / size.height) * height);
  const total = widths.reduce((sum, width) => sum + width, 0) + gap * (pictures.length - 1);
  const most = hasWords ? box.width * 0.4 : box.width;
  const scale = Math.min(1, most / total);
  const room = box.height - height;
  const y = box.y + { t: 0, ctr: room / 2, b: room }[text.anchor];
  let x = hasWords ? box.x + box.width - total * scale : box.x;
  for (const [index, picture] of pictures.entries()) {
    const width = (widths[index] ?? 0) * scale;
    const { caption: _, asked: __, ...plain } = picture;
    addPicture(writer, { ...plain, fills: false }, { x, y, width, height });
    x += width + gap * scale;
  }
  return hasWords ? { ...box, width: box.width - total * scale - gap } : box;
}
