import type { LayoutName } from '../../model/deck.ts';
import type { Block, DeckSlide, Setting } from '../blocks.ts';
import { isBlank, plainText, trimmed, withoutLook } from '../inlines.ts';
import type { Inline, ReadPresentation, ReadSlide, Shape, TextShape } from '../model.ts';
import { findBackground } from './background.ts';
import { markFootnotes } from './footnotes.ts';
import { acceptsBlocks, automaticLayout, wantedLayout } from './layout.ts';
import { blocksOf } from './paragraphs.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { arrangePieces, withoutWidth } from './regions.ts';
import { findTitle } from './title.ts';

/** A slide without what is the deck's, and the layout that it will have. */
export interface ArrangedSlide extends DeckSlide {
  readonly layout: LayoutName;
}

/** Arranges the shapes of a slide as a title and blocks. */
export function arrangeSlide(
  slide: ReadSlide,
  shapes: readonly Shape[],
  presentation: ReadPresentation,
): ArrangedSlide {
  const { size, isOwn } = presentation;
  const back = findBackground(slide, shapes, presentation);
  const titled = findTitle(back.others, size.height);
  const isOffSlide =
    isOwn && titled.title !== undefined && titled.title.box.y + titled.title.box.height <= 0;
  const title = isOffSlide ? [] : titleOf(titled.title);
  const placed = piecesOf(titled.others, {
    isOwn,
    hasColumnHeadings: slide.layout.type === 'twoTxTwoObj',
    width: size.width,
  });
  const pieces = presentation.isRightToLeft ? mirrored(placed, size.width) : placed;
  const isFirst = slide.number === 1;
  const wanted = wantedLayout(slide, isOwn);
  const content = isOwn ? withoutNotes(pieces) : { pieces, notes: [] };
  const mark = (some: readonly Block[]): readonly Block[] => markFootnotes(some, content.notes);
  const slots = wanted === 'two-columns' ? halvesOf(content.pieces, size.width) : undefined;
  const all = slots ? [] : bodyOf(content.pieces, wanted, presentation, titled.others);
  const blocks = [...mark(all), ...(slots ? [] : content.notes)];
  const pair = slots
    ? { left: mark(slots.left), right: [...mark(slots.right), ...content.notes] }
    : wanted === undefined
      ? pairOf(blocks)
      : undefined;
  const shown = pair ? [] : blocks;
  const isCover = isFirst && (wanted === 'cover' || !isOwn);
  const automatic = automaticLayout({
    hasTitle: title.length > 0,
    isFirst,
    isCover,
    hasSlots: pair !== undefined,
    blocks: shown,
  });
  const layout = chooseLayout(wanted, automatic, title.length > 0, shown, isOwn);
  const settings = new Map<string, Setting>(layout === automatic ? [] : [['layout', layout]]);
  const hidden = isOffSlide ? hiddenTitle(titled.title, shown) : undefined;
  if (hidden !== undefined) settings.set('title', hidden);
  for (const [key, value] of back.settings) settings.set(key, value);
  if (slide.isHidden) settings.set('hide', true);
  return {
    number: slide.number,
    part: slide.part,
    settings,
    layout,
    ...(back.image && { background: back.image }),
    title,
    isCover,
    blocks: shown,
    ...(pair && { slots: pair }),
    notes: blocksOf(slide.notes),
    comments: [
      ...(slide.section !== undefined &&
      layout !== 'section' &&
      slide.section !== '' &&
      !isOwn &&
      slide.number > 1
        ? [`The section “${slide.section}” begins here.`]
        : []),
      ...slide.comments,
    ],
  };
}

/** Pieces of a slide from right to left where they would be from left to right. */
function mirrored(pieces: readonly Piece[], width: number): readonly Piece[] {
  return pieces.map((piece) => ({
    ...piece,
    box: { ...piece.box, x: width - piece.box.x - piece.box.width },
  }));
}

/** The body, and the image next to it in layouts that have one. */
function bodyOf(
  pieces: readonly Piece[],
  wanted: LayoutName | undefined,
  { isOwn, size }: ReadPresentation,
  shapes: readonly Shape[],
): readonly Block[] {
  const isWithImage = wanted === 'image-left' || wanted === 'image-right';
  if (!isOwn || !isWithImage)
    return joinSubtitle(flattened(arrangePieces(pieces), wanted, size.width), shapes);
  const image = pieces.find(({ blocks: [first] }) =>
    /^(?:image|media|chart)$/.test(first?.kind ?? ''),
  );
  const others = arrangePieces(pieces.filter((piece) => piece !== image));
  const picture = image?.blocks ?? [];
  // Steps are written in their order, which the image is no part of.
  const isFirst = wanted === 'image-left' || others.some(({ step }) => step !== undefined);
  return isFirst ? [...picture, ...others] : [...others, ...picture];
}

function withoutNotes(pieces: readonly Piece[]): {
  readonly pieces: readonly Piece[];
  readonly notes: readonly Block[];
} {
  const isNotes = ({ blocks: [first] }: Piece): boolean => first?.kind === 'footnotes';
  return {
    pieces: pieces.filter((piece) => !isNotes(piece)),
    notes: pieces.filter(isNotes).flatMap(({ blocks }) => blocks),
  };
}

function titleOf(shape: TextShape | undefined): readonly Inline[] {
  if (!shape) return [];
  const written = shape.paragraphs.filter(({ inlines }) => !isBlank(inlines));
  const inlines = written.flatMap((paragraph, index): readonly Inline[] => [
    ...(index > 0 ? [{ kind: 'break' } as const] : []),
    ...trimmed(paragraph.inlines),
  ]);
  return withoutLook(inlines);
}

function chooseLayout(
  wanted: LayoutName | undefined,
  automatic: LayoutName,
  hasTitle: boolean,
  blocks: readonly Block[],
  isOwn: boolean,
): LayoutName {
  if (wanted === automatic) return automatic;
  if (wanted !== undefined && acceptsBlocks(wanted, hasTitle, blocks)) return wanted;
  if (wanted === undefined && !hasTitle && isStatement(blocks)) return 'statement';
  if (wanted === 'cover' || (automatic === 'section' && !isOwn))
    return blocks.length > 0 ? 'center' : 'default';
  return automatic;
}

/** Whether a sentence or two are all of a slide. */
function isStatement(blocks: readonly Block[]): boolean {
  const texts = blocks.map((block) =>
    block.kind === 'paragraph' ? plainText(block.inlines) : undefined,
  );
  const length = texts.reduce((sum, text) => sum + (text?.length ?? 1000), 0);
  return texts.length > 0 && texts.length <= 2 && length <= 160;
}

/** The title of a slide that does not show it, unless it is the beginning of its text. */
function hiddenTitle(title: TextShape | undefined, blocks: readonly Block[]): string | undefined {
  const text = plainText(titleOf(title));
  const start = text.replace(/…$/, '');
  const texts = blocks.flatMap((block) => textsIn(block));
  const isMade = texts.some((each) => each.startsWith(start)) || / \d+$/.test(text);
  return text === '' || isMade ? undefined : text;
}

function textsIn(block: Block): readonly string[] {
  if ('inlines' in block) return [plainText(block.inlines)];
  if ('blocks' in block) return block.blocks.flatMap(textsIn);
  if (block.kind === 'list') return block.items.map(({ inlines }) => plainText(inlines));
  if (block.kind === 'image') return [block.alt, plainText(block.caption ?? [])];
  return [];
}

/** The halves of a slide with two columns. */
function halvesOf(pieces: readonly Piece[], width: number): DeckSlide['slots'] {
  const isLeft = ({ box }: Piece): boolean => box.x + box.width / 2 < width / 2;
  const left = arrangePieces(pieces.filter(isLeft));
  const right = arrangePieces(pieces.filter((piece) => !isLeft(piece)));
  return left.length > 0 && right.length > 0 ? { left, right } : undefined;
}

/** Two columns of the same width that are all of a slide. */
function pairOf(blocks: readonly Block[]): DeckSlide['slots'] {
  const [only] = blocks;
  if (blocks.length !== 1 || only?.kind !== 'columns' || only.columns.length !== 2)
    return undefined;
  const [left, right] = only.columns;
  if (!left || !right || left.share !== undefined) return undefined;
  return { left: left.blocks, right: right.blocks };
}

/** An image next to text is what layouts with an image are for. */
function flattened(
  blocks: readonly Block[],
  wanted: LayoutName | undefined,
  width: number,
): readonly Block[] {
  if (wanted !== undefined && wanted !== 'cover') return blocks;
  return blocks.length === 1 && width > 720
    ? blocks.flatMap((block) => flatColumns(block))
    : blocks;
}

function flatColumns(block: Block): readonly Block[] {
  if (block.kind !== 'columns' || block.columns.length !== 2) return [block];
  const parts = block.columns.map(({ blocks }) => blocks);
  const isPicture = (blocks: readonly Block[] | undefined): boolean =>
    blocks?.length === 1 && /^(?:image|media|chart)$/.test(blocks[0]?.kind ?? '');
  const isText = (blocks: readonly Block[] | undefined): boolean =>
    blocks?.every(({ kind }) => /^(?:paragraph|list|heading|quote|aside)$/.test(kind)) ?? false;
  const [left, right] = parts;
  const fits = (isPicture(left) && isText(right)) || (isText(left) && isPicture(right));
  if (!fits || parts.flat().some(({ kind }) => kind === 'chart' || kind === 'media'))
    return [block];
  return parts.flat().map((each) => (each.kind === 'image' ? withoutWidth(each) : each));
}

/** The text of a cover is in one shape, whose lines are paragraphs. */
function joinSubtitle(blocks: readonly Block[], shapes: readonly Shape[]): readonly Block[] {
  const isSubtitle = shapes.some(({ placeholder }) => placeholder?.type === 'subTitle');
  if (!isSubtitle) return blocks;
  return blocks.flatMap((block) =>
    block.kind === 'list'
      ? block.items.map(({ inlines }): Block => ({ kind: 'paragraph', inlines }))
      : [block],
  );
}
