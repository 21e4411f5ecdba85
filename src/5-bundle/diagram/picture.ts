import type { GraphNode, NodePicture } from '../../model/diagram/diagram.ts';
import { drawCell, type SetCell } from './cells.ts';
import type { Figure } from './figures/figure.ts';
import { drawShape, type Size } from './shapes.ts';
import { type Box, group } from './svg.ts';
import type { Typesetter } from './typesetter.ts';

/** The width of the longest line of a text at a picture, in multiples of the text size. */
export const maxPictureText = 10;

/** The space between a picture and its text. */
const gap = 6;
/** The space between an icon and its frame, in multiples of the text size. */
const framePadding = 0.55;
/** The largest image without a size of its own, in multiples of the text size. */
const maxImage = { width: 9, height: 6 };
/** The text size that the pixels of images belong to. */
const pixelsPerText = 16;

/** The size of a node with a picture and a text. */
export function sizeOfPictured(picture: NodePicture, text: Size, typesetter: Typesetter): Size {
  const framed = sizeWithFrame(picture, typesetter);
  const below = text.height === 0 ? 0 : text.height + gap;
  return { width: Math.max(framed.width, text.width), height: framed.height + below };
}

/** The frame of a picture in its box. */
export function frameOfPictured(
  picture: NodePicture,
  text: Size,
  box: Box,
  typesetter: Typesetter,
): Box {
  const framed = sizeWithFrame(picture, typesetter);
  const room = text.height === 0 || picture.textAt !== 'top' ? 0 : text.height + gap;
  return { ...framed, x: box.x + (box.width - framed.width) / 2, y: box.y + room };
}

/** Draws a picture, and its text above or below it. */
export function drawPictured(
  { paint, content }: GraphNode,
  picture: NodePicture,
  box: Box,
  set: SetCell | undefined,
  typesetter: Typesetter,
): string {
  const text = content.kind === 'text' && content.text === '' ? undefined : set;
  const isAbove = picture.textAt === 'top';
  const frame = frameOfPictured(picture, text ?? { width: 0, height: 0 }, box, typesetter);
  const size = sizeOf(picture, typesetter);
  const inner: Box = {
    ...size,
    x: frame.x + (frame.width - size.width) / 2,
    y: frame.y + (frame.height - size.height) / 2,
  };
  const figure = typesetter.figures[picture.figure]?.draw(inner) ?? '';
  const isFramed = picture.frame !== 'none';
  const { fill: _, ...ink } = paint ?? {};
  // Without a frame, the icon itself has the color of the line.
  const iconPaint = isFramed ? paint : { ...ink, ...(ink.stroke && { text: ink.stroke }) };
  const drawn = group('node picture', drawFrame(picture.frame, frame) + figure, iconPaint);
  if (!text) return drawn;
  const at = { x: box.x, y: isAbove ? box.y : frame.y + frame.height + gap };
  const words = drawCell(text, { ...at, width: box.width, height: text.height }, typesetter);
  // The text is on the background of the slide.
  return drawn + group('node', words.content, ink.text ? { text: ink.text } : undefined);
}

function drawFrame(frame: NodePicture['frame'], box: Box): string {
  switch (frame) {
    case 'none':
      return '';
    case 'circle':
      return drawShape('circle', box);
    case 'rounded':
      return drawShape('rounded', box);
    case 'square':
      return drawShape('rectangle', box);
    default:
      return frame satisfies never;
  }
}

function sizeWithFrame(picture: NodePicture, typesetter: Typesetter): Size {
  const { width, height } = sizeOf(picture, typesetter);
  if (picture.frame === 'none') return { width, height };
  const padding = 2 * framePadding * typesetter.size;
  if (picture.frame !== 'circle') return { width: width + padding, height: height + padding };
  const diameter = Math.hypot(width, height) + padding / 2;
  return { width: diameter, height: diameter };
}

/** The size of a picture without its frame. */
function sizeOf({ figure, width, height, keepsRatio }: NodePicture, typesetter: Typesetter): Size {
  const { size } = typesetter;
  const drawing = typesetter.figures[figure];
  if (!drawing) return { width: 0, height: 0 };
  const { ratio } = drawing;
  if (width !== undefined && height !== undefined && !keepsRatio) {
    return { width: width * size, height: height * size };
  }
  if (height !== undefined) return { width: height * ratio * size, height: height * size };
  if (width !== undefined) return { width: width * size, height: (width / ratio) * size };
  const natural = naturalSize(drawing);
  const scale = Math.min(1, maxImage.width / natural.width, maxImage.height / natural.height);
  return { width: natural.width * scale * size, height: natural.height * scale * size };
}

/** In multiples of the text size. */
function naturalSize({ size, ratio }: Figure): Size {
  if (!size) return { width: maxImage.height * ratio, height: maxImage.height };
  return { width: size.width / pixelsPerText, height: size.height / pixelsPerText };
}
