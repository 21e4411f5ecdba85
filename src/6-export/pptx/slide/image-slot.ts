import { isPhoto } from '../../../base/files/media-types.ts';
import { addPicture } from '../shapes/picture.ts';
import { addArea } from '../shapes/shape.ts';
import type { Placeholder } from '../theme/looks.ts';
import { atStart, type Box } from '../units.ts';
import type { PictureItem } from './items.ts';
import type { SlideWriter } from './slide-writer.ts';

/** The largest share of a photo that is cropped so that it fills its box. */
const maxCropped = 0.15;

/** Writes an image into its part of the slide: photos that lose little fill it, others are shown completely. */
export function writePicture(
  writer: SlideWriter,
  { picture, step }: PictureItem,
  placeholder: Placeholder,
  box: Box,
  isFull: boolean,
): void {
  const { size, file } = picture;
  const [ratio, wanted] = [size.width / size.height, box.width / box.height];
  const loss = 1 - Math.min(ratio / wanted, wanted / ratio);
  const fills = picture.fills || (isPhoto(file.mime) && loss <= maxCropped);
  if (!fills && !isFull) addPanel(writer, box);
  const place = fills || isFull ? box : insidePanel(box, writer.style.length('--margin-top'));
  const ids = addPicture(writer, { ...picture, fills }, place, {
    align: 'center',
    ...(fills &&
      !placeholder.isFree && {
        placeholder: { type: placeholder.type, index: placeholder.index },
      }),
  });
  if (step !== undefined) for (const shape of ids) writer.appearances.push({ step, shape });
}

/** The area below an image that does not fill its part of the slide. */
export function addPanel(writer: SlideWriter, box: Box): void {
  addArea(writer, writer.nameOf('Panel'), box, writer.fill('--color-surface'));
}

export function insidePanel(box: Box, margin: number): Box {
  return {
    x: box.x + 40,
    y: box.y + margin,
    width: box.width - 80,
    height: box.height - 2 * margin,
  };
}

/** The area of a caption over an image at the edge of a slide. @returns the area of its text */
export function addCaptionPanel(writer: SlideWriter, box: Box): Box {
  addPanel(writer, box);
  const margin = writer.style.length('--margin-inline');
  const { x, y, width, height } = box;
  const inner = { x: x + margin, y: y + 8, width: width - margin - 24, height: height - 16 };
  return atStart(inner, box, writer);
}
