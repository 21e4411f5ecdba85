import { typeScaleOf } from '../../../4-render/room/type-step.ts';
import type { LayoutName, Slide } from '../../../model/deck.ts';
import { arrange, keepPlaces } from '../place/arrange.ts';
import { above, nextToBackground } from '../place/beside.ts';
import { heightOfItems, TypeSizes } from '../place/item-size.ts';
import { readBlocks } from '../read/read-blocks.ts';
import { picturesOf } from '../read/read-pictures.ts';
import { addText } from '../shapes/shape.ts';
import { readInlines } from '../text/inline.ts';
import { heightOfText } from '../text/measure.ts';
import { isBlank, type Paragraph, type Run, textOf } from '../text/paragraph.ts';
import type { LayoutPlan, Placeholder, SlideRoom } from '../theme/looks.ts';
import type { Box } from '../units.ts';
import { measureFootnotes, writeFootnotes } from './edges.ts';
import { titleFrom } from './fallback-title.ts';
import { addFreeTitle } from './free-title.ts';
import { addCaptionPanel, addPanel, insidePanel, writePicture } from './image-slot.ts';
import type { Item, Picture } from './items.ts';
import { isLargeText, styleClosing, styleLarge } from './large-text.ts';
import { blocksOf, isAt, referTo } from './placeholder-use.ts';
import type { SlideScene } from './scene.ts';
import type { SlideWriter } from './slide-writer.ts';
import { placeInSlot } from './slot-items.ts';
import { addTitlePictures } from './title-pictures.ts';
import { writeItem } from './write-items.ts';
import { writeLarge } from './write-large.ts';

/** Reads the content of a slide, and then writes it into the places of its layout. */
export class ContentWriter {
  readonly #writer: SlideWriter;
  readonly #slide: Slide;
  readonly #scene: SlideScene;
  readonly #plan: LayoutPlan;
  readonly #room: SlideRoom;
  readonly #items = new Map<string, readonly Item[]>();
  readonly #title: readonly Run[];
  readonly #titlePictures: readonly Picture[];

  constructor(
    writer: SlideWriter,
    slide: Slide,
    scene: SlideScene,
    plan: LayoutPlan,
    room: SlideRoom,
  ) {
    this.#writer = writer;
    this.#slide = slide;
    this.#scene = scene;
    this.#plan = plan;
    this.#room = room;
    const title = slide.slots
      .find(({ name }) => name === 'title')
      ?.blocks.find(({ kind }) => kind === 'heading');
    const { runs, images } = readInlines(title?.kind === 'heading' ? title.content : [], scene);
    this.#titlePictures = picturesOf(images, scene);
    // Of a title without words, outlines and screen readers have the text alternative.
    const isWordless = isBlank(runs) && this.#titlePictures.length > 0;
    this.#title = isWordless ? [] : runs;
    for (const slot of slide.slots) {
      if (slot.name === 'title') continue;
      const items = readBlocks(blocksOf(slot), scene);
      const isClosing = slide.layout === 'end' && !plan.edges;
      this.#items.set(slot.name, isClosing ? styleClosing(items) : items);
    }
  }

  get #hasTitle(): boolean {
    return this.#title.length > 0;
  }

  write(): void {
    const sizes = {
      title: textOf(this.#title) || (this.#titlePictures[0]?.alt ?? ''),
      heightOf: (slot: string, width: number, text: Placeholder['text']) =>
        this.#heightOf(slot, width, text),
    };
    const { boxes, shares } = this.#plan.edges
      ? keepPlaces(this.#plan, sizes)
      : arrange(this.#plan, sizes, this.#room, (layout) => this.#roomFor(layout));
    const footnotes = measureFootnotes(this.#writer, this.#scene, this.#room);
    const margin = this.#writer.style.length('--margin-inline');
    const shown = new Map(
      [...boxes].map(([slot, box]) => {
        const beside = nextToBackground(box, this.#slide, this.#room, margin);
        return [slot, slot === 'image' ? beside : above(beside, footnotes?.box.y)];
      }),
    );
    // Screen readers read shapes in this order; an image that fills its part is below the text.
    const order = 'image title text quote attribution body left right caption'.split(' ');
    const isImageFirst = this.#plan.name === 'full-image';
    for (const slot of isImageFirst ? order : [...order.slice(1, -1), 'image', 'caption']) {
      const placeholder = this.#plan.placeholders.find((each) => each.slot === slot);
      const box = shown.get(slot);
      if (!placeholder || !box) continue;
      if (slot === 'title') {
        const rest = addTitlePictures(
          this.#writer,
          this.#titlePictures,
          placeholder,
          box,
          this.#hasTitle,
        );
        this.#writeTitle(placeholder, rest, shares.get('title') ?? 1);
      } else if (slot === 'image') this.#writeImage(placeholder, box);
      else this.#writeSlot(placeholder, box, shares.get(slot) ?? 1);
    }
    if (footnotes) writeFootnotes(this.#writer, footnotes);
  }

  #roomFor(layout: LayoutName): number {
    return Number(this.#writer.style.text(`--room-${layout}`) ?? 80);
  }

  #heightOf(slot: string, width: number, text: Placeholder['text']): number {
    const items = this.#items.get(slot) ?? [];
    if (items.length === 0) return 0;
    if (!this.#isLarge(slot)) {
      return heightOfItems(items, width, new TypeSizes(this.#writer.style, 1)).min;
    }
    const others = items.filter(({ kind }) => kind !== 'text');
    const sizes = new TypeSizes(this.#writer.style, 1);
    const more = others.length === 0 ? 0 : heightOfItems(others, width, sizes).min + sizes.gap;
    return this.#largeHeight(slot, width, text) + more;
  }

  /** The placeholders of a template have their own type sizes. */
  #isLarge(slot: string): boolean {
    return !this.#plan.edges && isLargeText(this.#plan.name, slot);
  }

  #largeHeight(slot: string, width: number, text: Placeholder['text']): number {
    const items = this.#items.get(slot) ?? [];
    const paragraphs = items.flatMap((item) => (item.kind === 'text' ? item.paragraphs : []));
    const looked = styleLarge(this.#plan.name, slot, paragraphs);
    return heightOfText(looked, width, {
      sizeOf: (paragraph) =>
        paragraph.size === undefined ? text.size : this.#writer.style.length(paragraph.size),
      leading: text.leading,
    });
  }

  #writeTitle(placeholder: Placeholder, box: Box, share: number): void {
    const { text } = placeholder;
    const isHidden = !this.#hasTitle;
    if (isHidden && (this.#plan.name === 'blank' || placeholder.isFree)) return;
    if (placeholder.isFree) {
      addFreeTitle(this.#writer, this.#title, text, box, share);
      return;
    }
    const runs: readonly Run[] = isHidden
      ? [
          {
            kind: 'text',
            text: this.#slide.title || titleFrom([...this.#items.values()].flat(), this.#scene),
            style: {},
          },
        ]
      : this.#title;
    // A slide without a title on it has one above it, which screen readers and lists of slides show.
    const place = isHidden ? { ...box, y: -box.height - 24 } : box;
    const isTemplate = this.#plan.edges !== undefined;
    const statement =
      this.#plan.name === 'statement' && !isTemplate && !isHidden && !this.#items.has('text');
    const size = statement
      ? this.#plan.placeholders.find(({ slot }) => slot === 'text')?.text.size
      : undefined;
    const own = (size ?? text.size) * share;
    const isOwnSize = (share < 1 && !isTemplate) || size !== undefined;
    const color = statement ? '--color-heading' : text.color;
    const isColored = statement || text.isRecolored || this.#writer.isOwnColor(text.color);
    addText(this.#writer, {
      name: 'Title',
      placeholder: referTo(placeholder),
      ...((isHidden || !isAt(placeholder, box)) && { box: place }),
      paragraphs: [
        {
          runs,
          level: 0,
          before: 0,
          ...(statement && { style: { font: 'heading', bold: false } }),
        },
      ],
      settings: {
        sizeOf: () => (isOwnSize ? own : undefined),
        base: own,
        ...(isTemplate && { shrink: share }),
        ...(isColored && { color }),
        ...(statement && { anchor: 't' as const }),
      },
    });
  }

  #writeImage(placeholder: Placeholder, box: Box): void {
    const items = this.#items.get('image') ?? [];
    const [item] = items;
    if (item?.kind === 'picture') {
      writePicture(this.#writer, item, placeholder, box, this.#plan.name === 'full-image');
    } else if (item) {
      addPanel(this.#writer, box);
      this.#place(items, insidePanel(box, 60), { anchor: 'ctr', isColumn: false });
    }
  }

  #writeSlot(placeholder: Placeholder, box: Box, share: number): void {
    const items = this.#items.get(placeholder.slot) ?? [];
    if (items.length === 0) return;
    const texts = items.flatMap((item) => (item.kind === 'text' ? item.paragraphs : []));
    if (texts.length > 0 && this.#isLarge(placeholder.slot)) {
      this.#writeLarge(placeholder, box, texts, share);
      return;
    }
    const { anchor } = placeholder.text;
    if (placeholder.isFree && placeholder.slot === 'caption') {
      const inner = addCaptionPanel(this.#writer, box);
      this.#place(items, inner, { anchor: 'ctr', isColumn: false });
      return;
    }
    this.#place(
      items,
      box,
      { anchor, isColumn: ['left', 'right'].includes(placeholder.slot) },
      placeholder,
    );
  }

  /** Writes text in large type, and below it what else is in its slot. */
  #writeLarge(
    placeholder: Placeholder,
    box: Box,
    texts: readonly Paragraph[],
    share: number,
  ): void {
    const { slot, text } = placeholder;
    const others = (this.#items.get(slot) ?? []).filter(({ kind }) => kind !== 'text');
    const needed = this.#largeHeight(slot, box.width, text);
    const height = others.length === 0 ? box.height : Math.min(needed, box.height * 0.6);
    const own = { ...box, height };
    writeLarge(this.#writer, this.#plan.name, placeholder, texts, {
      share,
      needed,
      box: own,
      isInPlace: isAt(placeholder, own),
    });
    if (others.length === 0) return;
    const below = height + this.#writer.style.length('--gap');
    const rest = { ...box, y: box.y + below, height: box.height - below };
    this.#place(others, rest, { anchor: 't', isColumn: false });
  }

  #place(
    items: readonly Item[],
    box: Box,
    { anchor, isColumn }: { readonly anchor: 't' | 'ctr' | 'b'; readonly isColumn: boolean },
    placeholder?: Placeholder,
  ): void {
    const scale = this.#plan.edges ? 1 : typeScaleOf(this.#slide, this.#scene.deck);
    const { style, isRightToLeft } = this.#writer;
    const options = { style, scale, anchor, isColumn, isRightToLeft };
    const placed = placeInSlot(items, box, options, placeholder);
    const isAlone = items.length === 1;
    for (const { isFilled, ...place } of placed) {
      writeItem(this.#writer, place, {
        isAlone: isAlone && this.#plan.name !== 'two-columns',
        ...(this.#plan.name === 'center' && { align: 'center' as const }),
        ...(isFilled &&
          placeholder && {
            filled: {
              ref: referTo(placeholder),
              look: placeholder.text,
              isInPlace: isAt(placeholder, place.box),
            },
          }),
      });
    }
  }
}
