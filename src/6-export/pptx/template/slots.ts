import { areBeside } from '../../../1-load/template/match-layouts.ts';
import type { TemplateLayout } from '../../../1-load/template/open-template.ts';
import type { TemplatePlaceholder } from '../../../1-load/template/placeholder.ts';
import { contrast, readableText, textContrast } from '../../../1-load/template/slide-colors.ts';
import type { LayoutName } from '../../../model/deck.ts';
import type {
  EdgePlace,
  EdgeType,
  LayoutPlan,
  Placeholder,
  SlideRoom,
  TextLook,
} from '../theme/looks.ts';
import type { Box } from '../units.ts';

/** The slots of our layouts, in the order in which they take placeholders. */
const slotsOf: Readonly<Record<LayoutName, readonly string[]>> = {
  cover: ['title', 'text'],
  section: ['title', 'text'],
  default: ['title', 'body'],
  center: ['title', 'body'],
  statement: ['title', 'text'],
  quote: ['title', 'quote', 'attribution'],
  'two-columns': ['title', 'left', 'right'],
  'image-left': ['image', 'title', 'body'],
  'image-right': ['image', 'title', 'body'],
  'full-image': ['image', 'title', 'caption'],
  blank: ['body'],
  end: ['title', 'body'],
};

/**
 * Gives the slots of one of our layouts the placeholders of a template's. A slot for which there is none shares the
 * place of another one, or takes the free area of the slide.
 */
export function planTemplateLayout(
  name: LayoutName,
  layout: TemplateLayout,
  room: SlideRoom,
  isRightToLeft: boolean,
): LayoutPlan {
  const planner = new SlotPlanner(layout, room, isRightToLeft);
  for (const slot of slotsOf[name]) planner.take(slot, name);
  for (const slot of slotsOf[name]) planner.fill(slot, name);
  const isMirrored = layout.placeholders.some(({ text }) => text.isRightToLeft);
  const { placeholders } = planner;
  return { name, placeholders, edges: readEdges(layout), isRightToLeft: isMirrored };
}

function readEdges(layout: TemplateLayout): ReadonlyMap<EdgeType, EdgePlace> {
  const edges = (['ftr', 'sldNum'] as const).flatMap((type) => {
    const found = layout.placeholders.find((each) => each.type === type);
    if (!found) return [];
    const { text, background } = found;
    const color =
      background === undefined || isReadable(found)
        ? undefined
        : readableText(text.color, background, layout.colors);
    const place = { index: indexOf(found), size: text.size };
    return [[type, { ...place, ...(color && { color: `#${color}` }) }] as const];
  });
  return new Map(edges);
}

function indexOf({ reference }: TemplatePlaceholder): number {
  return Number(reference.idx ?? 0) || 0;
}

function isSameReference(one: TemplatePlaceholder, other: TemplatePlaceholder): boolean {
  return one.reference.type === other.reference.type && indexOf(one) === indexOf(other);
}

function isSame(one: Placeholder, other: TemplatePlaceholder): boolean {
  return !one.isFree && one.type === other.reference.type && one.index === indexOf(other);
}

const anyContent = /^(?:obj|body|subTitle|tbl|chart|media|dgm)$/;

class SlotPlanner {
  readonly #layout: TemplateLayout;
  readonly #room: SlideRoom;
  readonly #isRightToLeft: boolean;
  readonly #slots = new Map<string, Placeholder>();
  /** The placeholder of the first column. */
  #left: TemplatePlaceholder | undefined;
  readonly #used = new Set<TemplatePlaceholder>();

  constructor(layout: TemplateLayout, room: SlideRoom, isRightToLeft: boolean) {
    this.#layout = layout;
    this.#room = room;
    this.#isRightToLeft = isRightToLeft;
  }

  get placeholders(): readonly Placeholder[] {
    return [...this.#slots.values()];
  }

  /** Gives a slot the placeholder that is meant for it, if there is one. */
  take(slot: string, name: LayoutName): void {
    const found = this.#find(slot, name);
    if (!found) return;
    this.#used.add(found);
    const { reference, box, text } = found;
    const looks = { slot, box, text: lookOf(slot, found), insets: text.insets };
    // Two places with the same number, as other programs write them, are one for PowerPoint.
    const isShared = this.#layout.placeholders.some(
      (each) => each !== found && isSameReference(each, found),
    );
    const isTaken = this.placeholders.some((each) => isSame(each, found));
    if (isTaken) this.#slots.set(slot, { ...looks, index: -1, name: slot, isFree: true });
    else
      this.#slots.set(slot, {
        ...looks,
        ...(reference.type !== undefined && { type: reference.type }),
        ...(reference.orient !== undefined && { orient: reference.orient }),
        index: indexOf(found),
        name: found.name || slot,
        ...(isShared && { isMoved: true as const }),
      });
  }

  #find(slot: string, name: LayoutName): TemplatePlaceholder | undefined {
    const free = this.#layout.placeholders.filter((each) => !this.#used.has(each));
    const contents = free.filter(({ type }) => anyContent.test(type)).toSorted(bySize);
    if (slot === 'title') return free.find(({ type }) => /^(?:ctrT|t)itle$/.test(type));
    if (slot === 'image') return this.#findImage(free, name);
    // Without an image of its own below it, the area of a layout is for other things.
    if (slot === 'caption' && !this.#slots.has('image')) return undefined;
    if (slot === 'attribution' || slot === 'caption') {
      const above = this.#slots.get('quote')?.box;
      return contents.findLast(({ type, box }) => type !== 'obj' && (!above || box.y >= above.y));
    }
    const [largest, second] = contents;
    if (slot === 'left' || slot === 'right') {
      if (slot === 'right') return contents.find((each) => areBeside(this.#left, each));
      if (!largest || !second || !areBeside(largest, second)) return largest;
      const [a, b] = largest.box.x <= second.box.x ? [largest, second] : [second, largest];
      // The other one is the only one left for the right column.
      const first = this.#isRightToLeft ? b : a;
      this.#left = first;
      for (const each of contents.slice(2)) this.#used.add(each);
      return first;
    }
    return (slot === 'text' && contents.find(({ type }) => type === 'subTitle')) || largest;
  }

  #findImage(
    free: readonly TemplatePlaceholder[],
    name: LayoutName,
  ): TemplatePlaceholder | undefined {
    const images = free.filter(({ type }) => type === 'pic').toSorted(bySize);
    if (images[0] || name === 'full-image') return images[0];
    const contents = free
      .filter(({ type }) => type === 'obj')
      .toSorted(bySize)
      .slice(0, 2);
    if (contents.length < 2) return undefined;
    const sorted = contents.toSorted((a, b) => a.box.x - b.box.x);
    return (name === 'image-left') !== this.#isRightToLeft ? sorted[0] : sorted[1];
  }

  /** Gives a slot without a placeholder a place. */
  fill(slot: string, name: LayoutName): void {
    if (this.#slots.has(slot)) return;
    const main = ['left', 'body', 'quote']
      .map((each) => this.#slots.get(each))
      .find((each) => each);
    const area = this.#freeArea(slot, name, main);
    if (area || !main) {
      this.#addFree(slot, area ?? this.#contentArea);
      return;
    }
    const [own, rest] = this.#split(main.box, slot, name);
    this.#slots.set(main.slot, { ...main, box: own, isMoved: true });
    this.#addFree(slot, rest, slot === 'attribution' ? undefined : main.insets);
  }

  /** The area of a slot that shares none. */
  #freeArea(slot: string, name: LayoutName, main: Placeholder | undefined): Box | undefined {
    if (slot === 'title') return this.#titleArea;
    if (slot === 'caption') return this.#captionArea;
    if (name === 'full-image') return { x: 0, y: 0, ...this.#room };
    return main ? undefined : this.#contentArea;
  }

  /** Divides a box between the slot that has it and another one. */
  #split(box: Box, slot: string, name: LayoutName): readonly [own: Box, rest: Box] {
    if (slot === 'attribution') {
      const height = box.height * 0.78;
      return [
        { ...box, height },
        { ...box, y: box.y + height, height: box.height - height },
      ];
    }
    const gap = this.#room.width * 0.03;
    const width = (box.width - gap) / 2;
    const left = { ...box, width };
    const right = { ...box, x: box.x + width + gap, width };
    return (name === 'image-left') !== this.#isRightToLeft ? [right, left] : [left, right];
  }

  /** @param insets of the placeholder next to it */
  #addFree(slot: string, box: Box, insets?: Placeholder['insets']): void {
    const like = [...this.#layout.placeholders].find(({ type }) =>
      slot === 'title' ? type === 'title' : type === 'obj' || type === 'body',
    );
    const text = like
      ? lookOf(slot, like)
      : lookFor(slot, { size: this.#room.height / (slot === 'title' ? 18 : 26) });
    const free = { slot, index: -1, name: slot, box, text, isFree: true as const };
    this.#slots.set(slot, { ...free, ...(insets && { insets }) });
  }

  get #titleArea(): Box {
    const { width, height } = this.#room;
    return { x: width * 0.06, y: height * 0.05, width: width * 0.88, height: height * 0.13 };
  }

  get #captionArea(): Box {
    const { width, height } = this.#room;
    return { x: 0, y: height * 0.86, width: width * 0.75, height: height * 0.09 };
  }

  /** What is below the title and above the footers. */
  get #contentArea(): Box {
    const { width, height } = this.#room;
    const title = this.#slots.get('title')?.box;
    const footers = this.#layout.placeholders.filter(({ type }) =>
      /^(?:dt|ftr|sldNum)$/.test(type),
    );
    const bottom = Math.min(
      height * 0.92,
      ...footers.map(({ box }) => box.y).filter((y) => y > height * 0.7),
    );
    const x = title?.x ?? width * 0.06;
    const below = title ? title.y + title.height + height * 0.02 : height * 0.1;
    const y = below < bottom - height * 0.15 ? below : height * 0.2;
    return { x, y, width: title?.width ?? width * 0.88, height: bottom - y };
  }
}

function bySize(a: TemplatePlaceholder, b: TemplatePlaceholder): number {
  return b.box.width * b.box.height - a.box.width * a.box.height;
}

function lookOf(slot: string, placeholder: TemplatePlaceholder): TextLook {
  const { text } = placeholder;
  const { size, isBold, align, anchor, leading } = text;
  return {
    ...lookFor(slot, { size }),
    isRecolored: !isReadable(placeholder),
    isMarked: text.highlight !== undefined,
    isBold,
    align: align === 'center' ? 'center' : 'left',
    anchor,
    leading,
  };
}

/** Whether the color of a placeholder can be read; the one on an image is trusted. */
function isReadable({ text, background }: TemplatePlaceholder): boolean {
  const below = text.highlight ?? background;
  const least = text.size >= largeSize ? 3 : textContrast;
  return below === undefined || contrast(text.color, below) >= least;
}

/** From which size on less contrast is enough. */
const largeSize = 32;

function lookFor(slot: string, { size }: { readonly size: number }): TextLook {
  return {
    size,
    color: slot === 'title' ? '--color-title' : '--color-text',
    font: slot === 'title' ? 'heading' : 'text',
    isBold: false,
    align: 'left',
    anchor: 't',
    leading: 1.2,
    tracking: 0,
  };
}
