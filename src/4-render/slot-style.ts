import { plainText } from '../2-parse/inline/plain-text.ts';
import type { Room } from '../2-parse/room/room.ts';
import { widthOf } from '../2-parse/room/text-width.ts';
import type { Slide } from '../model/deck.ts';
import { roomMark } from '../model/rendered.ts';
import type { SlideContext } from './context.ts';
import { drawnRoom } from './room/drawn-room.ts';

type Slot = Slide['slots'][number];

/** The declarations of a slot: how long its text is, or how high the images in its text may be. */
export function slotStyle(
  slide: Slide,
  slot: Slot,
  room: Room,
  context: SlideContext,
): string | undefined {
  const declarations = [
    titleStyle(slide, slot, context.deck.frontMatter.size),
    slot.name === 'title' ? undefined : imageRoomStyle(slot, room, context),
  ];
  return declarations.filter((each) => each !== undefined).join(';') || undefined;
}

function imageRoomStyle(
  { blocks }: Slot,
  room: Room,
  { assets }: SlideContext,
): string | undefined {
  const drawn = drawnRoom(blocks, room);
  if (!drawn) return undefined;
  const rows = drawn.rows.map((row) => row.map((ref) => assets.add(ref)));
  return `--image-room:${roomMark(drawn.free, rows)}`;
}

/** The layouts with a very large text, and the slots in which it may be. */
const largeTexts: Readonly<Record<string, readonly string[]>> = {
  cover: ['title'],
  section: ['title'],
  statement: ['title', 'text'],
  end: ['title'],
};

/** The ratio of width to height for which the themes have room for a number of characters. */
const usualRatio = 16 / 9;

/**
 * The length of a very large text, as the themes set long ones smaller. Lines of wide characters are also
 * higher; on a slide that is wider, lines are larger, but not more.
 *
 * @returns a declaration; `undefined` if the text is short
 */
function titleStyle({ layout }: Slide, { name, blocks }: Slot, deckSize: Room): string | undefined {
  const [first] = blocks;
  if (!largeTexts[layout]?.includes(name) || !first || !('content' in first)) return undefined;
  if (first.kind !== 'heading' && first.kind !== 'paragraph') return undefined;
  const text = plainText(first.content);
  const length = 2 * widthOf(text) - [...text].length;
  const share = Math.max(1, deckSize.width / deckSize.height / usualRatio);
  return length * share > 30 ? `--title-length:${Math.round(length * share)}` : undefined;
}
