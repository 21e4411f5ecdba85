import type { Box, MediaFile, PictureShape, ReadPresentation, ReadSlide, Shape } from '../model.ts';

/** The background of a slide, and the shapes that are not a part of it. */
export interface Backed {
  readonly settings: ReadonlyMap<string, string>;
  readonly image?: MediaFile;
  readonly others: readonly Shape[];
}

/** Finds the background: that of the slide, or an image below all else that covers it. */
export function findBackground(
  slide: ReadSlide,
  shapes: readonly Shape[],
  { size, isOwn }: ReadPresentation,
): Backed {
  const { background } = slide;
  const settings = new Map<string, string>();
  if (background?.kind === 'color') settings.set('background', background.css);
  const image = shapes.find((shape): shape is PictureShape => {
    if (shape.kind !== 'picture') return false;
    return isOwn ? /^Background\b/.test(shape.name) : covers(shape.box, size);
  });
  const hasText = shapes.some(({ kind }) => kind === 'text');
  if (image && (isOwn || hasText) && background?.kind !== 'image') {
    const side = sideOf(image.box, size);
    if (side !== undefined) settings.set('backgroundSide', side);
    return { settings, image: image.file, others: shapes.filter((shape) => shape !== image) };
  }
  if (background?.kind === 'image') return { settings, image: background.file, others: shapes };
  return { settings, others: shapes };
}

function covers({ x, y, width, height }: Box, size: ReadPresentation['size']): boolean {
  return x <= 12 && y <= 12 && x + width >= size.width - 12 && y + height >= size.height - 12;
}

/** The side of the slide that a box has, with its share: `left 40%`. */
function sideOf({ x, y, width, height }: Box, size: ReadPresentation['size']): string | undefined {
  const isTall = height >= size.height - 12;
  const isWide = width >= size.width - 12;
  if (isTall === isWide) return undefined;
  const share = isTall ? width / size.width : height / size.height;
  const edge = isTall
    ? x < size.width / 3
      ? 'left'
      : 'right'
    : y < size.height / 3
      ? 'top'
      : 'bottom';
  const percent = Math.round(share * 100);
  return percent === 50 ? edge : `${edge} ${percent}%`;
}
