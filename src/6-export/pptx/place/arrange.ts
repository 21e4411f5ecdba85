import type { LayoutName } from '../../../model/deck.ts';
import { countLines } from '../text/measure.ts';
import type { LayoutPlan, Placeholder, SlideRoom } from '../theme/looks.ts';
import type { Box } from '../units.ts';

/** The text of the title, and what is in the other slots. */
export interface SlotSizes {
  /** The plain text of the title; empty if the slide has none. */
  readonly title: string;
  /** The height of the content of a slot in the width that it has, in slide pixels; 0 if it is empty. */
  readonly heightOf: (slot: string, width: number, text: Placeholder['text']) => number;
}

/** The places of a slide's slots, and the share of its usual size that a large text has. */
export interface Arrangement {
  readonly boxes: ReadonlyMap<string, Box>;
  /** By slot; 1 if it is not in it. */
  readonly shares: ReadonlyMap<string, number>;
}

/** The number of characters for which the theme has room in large type. */
export type RoomOf = (layout: LayoutName) => number;

/** Moves the slots of a layout so that a longer title, or a large text, has the room that it needs. */
export function arrange(
  { name, placeholders }: LayoutPlan,
  sizes: SlotSizes,
  room: SlideRoom,
  roomOf: RoomOf,
): Arrangement {
  const boxes = new Map(placeholders.map(({ slot, box }) => [slot, box]));
  const shares = new Map<string, number>();
  const arrangement = { boxes, shares };
  const title = placeholders.find(({ slot }) => slot === 'title');
  if (!title) return arrangement;
  const lines = titleLines(title, sizes, name, roomOf, shares);
  if (name === 'cover') arrangeCover(placeholders, sizes, boxes);
  else if (name === 'statement' || name === 'quote')
    arrangeLarge(placeholders, sizes, boxes, shares, roomOf(name), name);
  else if (name === 'section' || name === 'end')
    arrangeBelow(title, lines, boxes, room, name, sizes, placeholders);
  else if (name !== 'full-image') arrangeTitle(title, lines, boxes, sizes.title === '');
  return arrangement;
}

/** The slots of a template's layout where they are; a title that is too long becomes smaller. */
export function keepPlaces({ placeholders }: LayoutPlan, sizes: SlotSizes): Arrangement {
  const boxes = new Map(placeholders.map(({ slot, box }) => [slot, box]));
  const [place, quote, source] = ['title', 'quote', 'attribution'].map((name) =>
    placeholders.find(({ slot }) => slot === name),
  );
  const shares = new Map<string, number>();
  if (place && sizes.title !== '') shares.set('title', titleShare(sizes.title, place));
  if (quote && source?.isFree && !quote.isFree) arrangeSource(quote, source, sizes, boxes);
  return { boxes, shares };
}

/** A source without a placeholder is directly below its quote. */
function arrangeSource(
  { box, text, insets }: Placeholder,
  source: Placeholder,
  sizes: SlotSizes,
  boxes: Map<string, Box>,
): void {
  const [left, top, right, bottom] = insets ?? [0, 0, 0, 0];
  const width = box.width - left - right;
  const own = sizes.heightOf('quote', width, text) + top + bottom;
  const needed = sizes.heightOf('attribution', width, text);
  const gap = text.size * 0.5;
  const free = source.box.y + source.box.height - box.y - own - gap - needed;
  const x = box.x + left;
  if (free < 0) {
    boxes.set('attribution', { ...source.box, x, width });
    return;
  }
  const y = box.y + { t: 0, ctr: free / 2, b: free }[text.anchor];
  boxes.set('quote', { ...box, y, height: own });
  boxes.set('attribution', { x, y: y + own + gap, width, height: needed });
}

function titleShare(title: string, { box, text, insets }: Placeholder): number {
  const [left, top, right, bottom] = insets ?? [0, 0, 0, 0];
  for (let share = 1; share > 0.3; share -= 0.05) {
    const size = text.size * share;
    const lines = countLines(title, (box.width - left - right) / size);
    // A line may be as high as the box itself.
    if (lines <= 1 || lines * size * text.leading <= box.height - top - bottom) return share;
  }
  return 0.3;
}

function titleLines(
  { box, text }: Placeholder,
  { title }: SlotSizes,
  name: LayoutName,
  roomOf: RoomOf,
  shares: Map<string, number>,
): number {
  if (title === '') return 0;
  if (name === 'cover' || name === 'section' || name === 'end') {
    shares.set('title', Math.min(1, Math.sqrt(roomOf(name) / title.length)));
  }
  const size = text.size * (shares.get('title') ?? 1);
  // Large type is set a little tighter.
  return countLines(title, (box.width / size) * (1 - text.tracking * 1.5));
}

/** The title and what is below it: they move down with each further line of the title. */
function arrangeTitle(
  title: Placeholder,
  lines: number,
  boxes: Map<string, Box>,
  isAbsent: boolean,
): void {
  const line = title.text.size * title.text.leading;
  const gap =
    (boxes.get('body') ?? boxes.get('left') ?? title.box).y - title.box.y - title.box.height;
  const shift = isAbsent ? -(title.box.height + Math.max(0, gap)) : (lines - 1) * line;
  if (shift === 0) return;
  if (!isAbsent) boxes.set('title', { ...title.box, height: title.box.height + shift });
  for (const slot of ['body', 'left', 'right']) {
    const box = boxes.get(slot);
    if (box) boxes.set(slot, { ...box, y: box.y + shift, height: box.height - shift });
  }
}

/** The subtitle grows upwards, and the title is above it. */
function arrangeCover(
  placeholders: readonly Placeholder[],
  sizes: SlotSizes,
  boxes: Map<string, Box>,
): void {
  const text = placeholders.find(({ slot }) => slot === 'text');
  const title = boxes.get('title');
  if (!text || !title) return;
  const more = Math.max(0, sizes.heightOf('text', text.box.width, text.text) - text.box.height);
  if (more === 0) return;
  boxes.set('text', { ...text.box, y: text.box.y - more, height: text.box.height + more });
  boxes.set('title', { ...title, height: title.height - more });
}

function arrangeBelow(
  title: Placeholder,
  lines: number,
  boxes: Map<string, Box>,
  { height }: SlideRoom,
  name: LayoutName,
  sizes: SlotSizes,
  placeholders: readonly Placeholder[],
): void {
  const line = title.box.height;
  const own = { ...title.box, height: line * Math.max(1, lines) };
  const slot = name === 'section' ? 'text' : 'body';
  const below = placeholders.find((each) => each.slot === slot);
  const box = boxes.get(slot);
  if (!below || !box) return;
  const gap = box.y - title.box.y - line;
  const needed = sizes.heightOf(slot, box.width, below.text);
  const used = own.height + (needed > 0 ? gap + needed : 0);
  const y = name === 'end' ? Math.max(title.box.y * 0.35, (height - used) * 0.46) : own.y;
  boxes.set('title', { ...own, y });
  const top = y + own.height + gap;
  boxes.set(slot, { ...box, y: top, height: Math.max(line, height - top - 76) });
}

/** A label, the large text, and the text below it. */
function arrangeLarge(
  placeholders: readonly Placeholder[],
  sizes: SlotSizes,
  boxes: Map<string, Box>,
  shares: Map<string, number>,
  room: number,
  name: LayoutName,
): void {
  const main = placeholders.find(({ slot }) => slot === 'text' || slot === 'quote');
  const source = placeholders.find(({ slot }) => slot === 'attribution');
  if (!main) return;
  const { box, slot, text } = main;
  const length = sizes.heightOf(slot, 1e6, text) === 0 ? sizes.title.length : 0;
  if (length > 0) {
    // The title alone is the statement.
    shares.set('title', Math.min(1, Math.sqrt(room / length)));
    boxes.set('title', { ...box });
    return;
  }
  const height = Math.max(text.size * text.leading, sizes.heightOf(slot, box.width, text));
  if (name === 'statement') {
    boxes.set(slot, { ...box, height: Math.max(height, box.height) });
    return;
  }
  boxes.set(slot, { ...box, height });
  if (source) boxes.set('attribution', { ...source.box, y: box.y + height + 28 });
}
