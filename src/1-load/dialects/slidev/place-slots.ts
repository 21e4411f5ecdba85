import { reportUnmapped } from './deck.ts';
import type { SlideText } from './elements/slide-text.ts';
import { type ChosenLayout, chooseLayout, readContent, similarLayout } from './layouts.ts';
import { iframeOf, imageOf } from './settings/layout-files.ts';
import { type ReadSlot, readSlots } from './slots.ts';

/** The layouts of Slidev itself. */
const known = new Set(
  `center cover default end fact full image-left image-right image iframe-left iframe-right iframe intro none
  quote section statement two-cols two-cols-header`.split(/\s+/),
);

/** Chooses the layout of a slide, and writes its slots and files as that layout has them. */
export function placeSlots(slide: SlideText, name: string): ChosenLayout {
  const { at } = slide.slide;
  const slots = readSlots(slide.regions, at.contentStart, slide.end);
  const layout = known.has(name) ? name : unknownLayout(name, slots, slide);
  const content = readContent(slide.text(at.contentStart, slots[0]?.start ?? slide.end));
  if (/^image-(?:left|right)$/.test(layout)) return placeImage(slide, layout, slots);
  const chosen = chooseLayout(layout, content, slots);
  if (layout === 'iframe') slide.append(iframeOf(slide));
  if (layout === 'end' && slide.isEmpty) slide.append('END');
  if (chosen.layout === 'two-columns') placeColumns(slide, layout, slots);
  else if (slots.some((slot) => isSide(slot.name))) placeBlocks(slide, slots);
  else for (const slot of slots) mark(slide, slot, '');
  return chosen;
}

/** The layout of Slidev that stands in for one of a theme or of the project. */
function unknownLayout(name: string, slots: readonly ReadSlot[], slide: SlideText): string {
  const entry = slide.slide.settings.get('layout');
  const similar = slots.length > 0 ? 'default' : similarLayout(name);
  const message = `the layout "${name}" is not one of Slidev itself: "${similar}" stands in for it`;
  if (entry) slide.deck.report.add('dialect-unmapped', entry.span, message);
  return similar;
}

const isSide = (name: string): boolean => /^(?:left|right)$/.test(name);

/** Writes a slot marker of Lectern in place of one of Slidev. */
function mark(slide: SlideText, { start, end, close }: ReadSlot, text: string): void {
  slide.edits.replace(start, end, `\n${text}\n`);
  slide.skip(start, end);
  if (!close) return;
  slide.edits.replace(close.start, close.end, '\n');
  slide.skip(close.start, close.end);
}

function placeColumns(slide: SlideText, layout: string, slots: readonly ReadSlot[]): void {
  const isHeader = layout === 'two-cols-header';
  const own = layout === 'iframe-left' ? 'right' : 'left';
  if (!isHeader) slide.intro += `::${own}::\n\n`;
  for (const slot of slots) {
    const name = slot.name === 'right' ? 'right' : slot.name === 'default' ? own : 'left';
    if (slot.name !== name && slot.name !== 'default') reportSlot(slide, slot);
    mark(slide, slot, `::${name}::`);
  }
  if (layout.startsWith('iframe')) {
    slide.append(`::${own === 'left' ? 'right' : 'left'}::\n\n${iframeOf(slide)}`);
  } else if (!slots.some(({ name }) => name === 'right')) {
    slide.append('::right::\n\n<div></div>');
  }
}

function reportSlot({ deck }: SlideText, { name, start, end }: ReadSlot): void {
  reportUnmapped(deck, start, end - start, `the slot "${name}" is shown after the others`);
}

/** Writes the slots `left` and `right` as columns between the other content. */
function placeBlocks(slide: SlideText, slots: readonly ReadSlot[]): void {
  let open = false;
  for (const [i, slot] of slots.entries()) {
    const next = slots[i + 1];
    if (!isSide(slot.name)) {
      mark(slide, slot, '');
      continue;
    }
    const before = open ? '::::\n:::: column' : '::: columns\n:::: column';
    open = true;
    mark(slide, slot, before);
    if (next !== undefined && isSide(next.name)) continue;
    open = false;
    const closing = '\n\n::::\n:::\n\n';
    if (next) slide.edits.insert(next.start, closing);
    else slide.append(closing.trim());
  }
}

/** The image next to the text. */
function placeImage(slide: SlideText, layout: string, slots: readonly ReadSlot[]): ChosenLayout {
  for (const slot of slots) mark(slide, slot, '');
  const image = imageOf(slide);
  if (image === undefined) return { layout: 'default', classes: [] };
  const { contentStart } = slide.slide.at;
  const text = slide.text(contentStart, slide.end);
  const heading = /^\s*#{1,6}[ \t][^\n]*/.exec(text)?.[0];
  const bodyStart = heading?.length ?? 0;
  if (text.slice(bodyStart).trim() !== '') {
    if (bodyStart === 0) slide.intro += '::body::\n\n';
    else slide.edits.insert(contentStart + bodyStart, '\n\n::body::\n');
  }
  const size = slide.slide.settings.text('backgroundSize') ?? 'cover';
  const list = size === 'cover' ? '{.cover .decorative}' : '{.decorative}';
  slide.append(`::image::\n\n![](${image})${list}`);
  return { layout, classes: [] };
}
