import type { LayoutName, Slide } from '../../model/deck.ts';

/** The size of an area on a slide, in slide pixels: the shorter side of any slide has 720. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** The margins around a slide's content, and the gap between columns in the base styles, as shares of its width. */
const [marginShare, columnGapShare] = [0.065, 0.05];
const [marginTop, marginBottom, titleHeight] = [60, 76, 92];

/** The whole of a slide. */
export function slideSize({ width, height }: Room): Room {
  const unit = Math.min(width, height) / 720;
  return { width: width / unit, height: height / unit };
}

/** The approximate size of a slot in the layout of the base styles. */
export function slotSize(
  slide: Pick<Slide, 'layout' | 'slots'>,
  slot: string,
  deckSize: Room,
): Room {
  const size = slideSize(deckSize);
  const hasTitle = slide.slots.some(({ name }) => name === 'title');
  const height = size.height - marginTop - marginBottom - (hasTitle ? titleHeight : 0);
  if (slot === 'image' && isTall(size)) {
    return { width: size.width - 80, height: size.height * 0.44 - 80 };
  }
  if (slot === 'image') return { width: size.width * 0.46 - 80, height: size.height - 120 };
  return { width: size.width * shareOf(slide.layout), height };
}

/** The part of a slide that the slot `image` covers in the base styles. */
export function imageBox({ layout }: Slide, deckSize: Room): Room {
  const size = slideSize(deckSize);
  if (layout === 'full-image') return size;
  if (isTall(size)) return { ...size, height: size.height * 0.44 };
  return { ...size, width: size.width * (layout === 'cover' ? 0.42 : 0.46) };
}

/** Whether images are above or below the text, and columns with charts are stacked. */
function isTall({ width, height }: Room): boolean {
  return height >= width;
}

function shareOf(layout: LayoutName): number {
  const inner = 1 - 2 * marginShare;
  if (layout === 'two-columns') return (inner - columnGapShare) / 2;
  if (layout === 'image-left' || layout === 'image-right') return 0.54 - marginShare - 0.05;
  return layout === 'center' ? 0.7 : inner;
}

/** The approximate size of each of `count` columns, in a deck of this size. */
export function columnSize(room: Room, count: number, deckSize: Room): Room {
  if (isTall(deckSize)) return { ...room, height: room.height / count };
  const gaps = (count - 1) * columnGapShare * slideSize(deckSize).width;
  return { ...room, width: Math.max(1, room.width - gaps) / count };
}
