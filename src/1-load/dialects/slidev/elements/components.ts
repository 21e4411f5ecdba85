import { escapeHtml } from '../../../../base/html.ts';
import type { Tag } from '../../shared/regions.ts';
import { reportUnmapped } from '../deck.ts';
import { arrow } from './arrow.ts';
import { placeOf, type ReadTag, writeAttributes } from './attributes.ts';
import { type Click, readClickComponent } from './click.ts';
import { useClasses, writeElement } from './element.ts';
import type { SlideText } from './slide-text.ts';
import { slotName } from './slot-name.ts';
import { tableOfContents } from './toc.ts';
import { translateClicks } from './v-clicks.ts';
import { translateSwitch } from './v-switch.ts';

type Values = ReadTag['values'];
type Translate = (tag: Tag, read: ReadTag, slide: SlideText) => void;

/** Slidev's own components, by their names in one form. */
export const components: ReadonlyMap<string, Translate> = new Map<string, Translate>([
  ['v-click', translateClick],
  ['v-after', translateClick],
  ['v-clicks', (tag, { values }, slide) => translateClicks(tag, values, slide)],
  ['v-click-gap', translateGap],
  ['v-switch', (tag, { values }, slide) => translateSwitch(tag, values, slide)],
  ['toc', replaceBy(tableOfContents)],
  ['link', translateLink],
  ['tweet', page('Tweet', ({ values }) => `https://x.com/i/status/${values.get('id') ?? ''}`)],
  ['blue-sky', page('Bluesky', ({ values }) => values.get('uri') ?? '')],
  ['youtube', page('YouTube', youtubeAddress)],
  ['slidev-video', translateVideo],
  ['auto-fit-text', translateFitText],
  ['transform', translateTransform],
  ['light-or-dark', translateLightOrDark],
  ['render-when', translateRenderWhen],
  ['arrow', replaceBy((read) => arrow(read.values))],
  ['v-drag-arrow', replaceBy((read) => arrow(positionOf(read.values)))],
  ['v-drag', translateDrag],
  ['slide-current-no', replaceBy((_, { slide }) => String(slide.number))],
  ['slides-total', replaceBy((_, slide) => String(shownCount(slide)))],
  ['title-renderer', replaceBy(titleOf)],
  ['powered-by-slidev', replaceBy(() => '<a href="https://sli.dev">Powered by Slidev</a>')],
]);

/** Replaces the component with HTML. */
function replaceBy(write: (read: ReadTag, slide: SlideText) => string): Translate {
  return (tag, read, slide) => {
    useClasses(read, slide);
    slide.replaceElement(tag, write(read, slide));
  };
}

function shownCount({ deck }: SlideText): number {
  return deck.slides.filter(({ isShown }) => isShown).length;
}

function titleOf({ values }: ReadTag, { deck, slide }: SlideText): string {
  const number = Number(values.get('no') ?? slide.number);
  const found = deck.slides.find((each) => each.isShown && each.number === number);
  return escapeHtml(found?.title ?? '');
}

function blockName(tag: Tag): string {
  return tag.isInHtml ? 'div' : 'span';
}

function translateClick(tag: Tag, read: ReadTag, slide: SlideText): void {
  const name = /after/i.test(tag.name) ? 'v-after' : 'v-click';
  const click: Click | undefined = readClickComponent(name, read.values);
  for (const key of ['at', 'hide', 'fade', 'animation']) read.values.delete(key);
  if (click) read.click = click;
  else read.dropped.add('clicks that are computed');
  writeElement(tag, read, { element: blockName(tag) }, slide);
}

function translateGap(tag: Tag, { values }: ReadTag, slide: SlideText): void {
  slide.steps.skip(Number(values.get('size') ?? 1) || 1);
  slide.replaceElement(tag, '');
}

/** Links to a slide, by its number or its `routeAlias`. */
function translateLink(tag: Tag, read: ReadTag, slide: SlideText): void {
  const to = read.values.get('to') ?? '';
  const title = read.values.get('title');
  read.values.delete('to');
  read.values.delete('title');
  read.values.set('href', slideAddress(to));
  const before = tag.isSelfClosing ? escapeHtml(title ?? to) : '';
  writeElement(tag, read, { element: 'a', before }, slide);
}

/** The address of a slide in the page. */
export function slideAddress(to: string): string {
  const name = to.replace(/^\//, '');
  if (/^\d+$/.test(name)) return `#/${name}`;
  return /^[\w-]+$/.test(name) ? `#${name}` : to;
}

/** A page of the web, as a box with its address. */
function page(title: string, address: (read: ReadTag) => string): Translate {
  return (tag, read, slide) => {
    const src = address(read);
    const kept: Values = new Map([
      ['src', src],
      ['title', title],
    ]);
    for (const name of ['width', 'height']) {
      const value = read.values.get(name);
      if (value !== undefined) kept.set(name, value);
    }
    useClasses(read, slide);
    const attributes = writeAttributes({ ...read, values: kept });
    slide.replaceElement(tag, `<iframe${attributes}></iframe>`);
  };
}

function youtubeAddress({ values }: ReadTag): string {
  return `https://www.youtube.com/embed/${values.get('id') ?? ''}`;
}

/** Properties of `<SlidevVideo>` that `<video>` does not have. */
const videoProperties = ['autoreset', 'printPoster', 'timestamp', 'printTimestamp', 'print-poster'];

function translateVideo(tag: Tag, read: ReadTag, slide: SlideText): void {
  for (const key of videoProperties) read.values.delete(key);
  if (read.values.has('autoplay')) read.values.set('autoplay', undefined);
  writeElement(tag, read, { element: 'video' }, slide);
}

function translateFitText(tag: Tag, read: ReadTag, slide: SlideText): void {
  const { values } = read;
  const size = Math.min(Number(values.get('max') ?? 100) || 100, 64);
  const text = values.get('modelValue') ?? values.get('model-value') ?? '';
  for (const key of ['max', 'min', 'modelValue', 'model-value', 'multiLine', 'v-model']) {
    values.delete(key);
  }
  read.styles.push(`font-size:${size}px;line-height:1.1`);
  writeElement(tag, read, { element: blockName(tag), before: escapeHtml(text) }, slide);
}

function translateTransform(tag: Tag, read: ReadTag, slide: SlideText): void {
  const scale = Number(read.values.get('scale') ?? 1) || 1;
  const origin = read.values.get('origin') ?? 'top left';
  read.values.delete('scale');
  read.values.delete('origin');
  read.styles.push(`transform:scale(${scale});transform-origin:${origin}`);
  writeElement(tag, read, { element: blockName(tag) }, slide);
}

function positionOf(values: Values): Values {
  const [x1 = '0', y1 = '0', width = '0', height = '0'] = (values.get('pos') ?? '')
    .replace(/[[\]\s]/g, '')
    .split(',');
  const end = (start: string, length: string): string => String(Number(start) + Number(length));
  const points = new Map([
    ['x1', x1],
    ['y1', y1],
    ['x2', end(x1, width)],
    ['y2', end(y1, height)],
  ]);
  return new Map([...points, ...values]);
}

function translateDrag(tag: Tag, read: ReadTag, slide: SlideText): void {
  const named = slide.slide.settings.inner('dragPos').text(read.values.get('pos') ?? '');
  const place = placeOf(named ?? read.values.get('pos') ?? '');
  read.values.delete('pos');
  if (place !== undefined) read.styles.push(place);
  writeElement(tag, read, { element: blockName(tag) }, slide);
}

/** The content of `<template #name>` in an element, by name. */
function slotsOf(tag: Tag, slide: SlideText): ReadonlyMap<string, readonly [Tag, Tag]> {
  const end = slide.endTagOf(tag)?.start ?? tag.end;
  const found = new Map<string, readonly [Tag, Tag]>();
  for (const inner of slide.regions.tags) {
    if (inner.start < tag.end || inner.start >= end || inner.isEnd) continue;
    const name = slotName(inner);
    const close = slide.endTagOf(inner);
    if (name !== undefined && close) found.set(name, [inner, close]);
  }
  return found;
}

/** Keeps one of the slots of a component, and removes everything else in it. */
function keepSlot(tag: Tag, name: string | undefined, slide: SlideText): void {
  const end = slide.endTagOf(tag);
  if (!end) return;
  const slot = name === undefined ? undefined : slotsOf(tag, slide).get(name);
  if (!slot) {
    slide.replaceElement(tag, '');
    return;
  }
  const [open, close] = slot;
  slide.edits.remove(tag.start, open.end);
  slide.edits.remove(close.start, end.end);
  slide.skip(tag.start, open.end);
  slide.skip(close.start, end.end);
}

function translateLightOrDark(tag: Tag, _: ReadTag, slide: SlideText): void {
  keepSlot(tag, slide.deck.isDark ? 'dark' : 'light', slide);
}

function translateRenderWhen(tag: Tag, { values }: ReadTag, slide: SlideText): void {
  const context = values.get('context') ?? 'main';
  if (/main|visible|print|slide/.test(context)) {
    const hasDefault = slotsOf(tag, slide).has('default');
    if (hasDefault) keepSlot(tag, 'default', slide);
    else writeElement(tag, emptyRead(), { element: blockName(tag) }, slide);
    return;
  }
  const message = 'what <RenderWhen> shows only to the speaker or in overviews is left out';
  reportUnmapped(slide.deck, tag.start, tag.name.length + 1, message);
  keepSlot(tag, 'fallback', slide);
}

function emptyRead(): ReadTag {
  return { classes: [], styles: [], values: new Map(), dropped: new Set() };
}
