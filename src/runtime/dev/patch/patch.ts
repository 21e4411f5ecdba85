import type { RevealApi } from 'reveal.js';
import type { Patch, SlideRef } from '../../../dev/protocol/messages.ts';
import { forgetFits } from '../../fit/fit-slide.ts';
import { restoreImages } from './kept-images.ts';
import { morphSlide } from './morph.ts';
import { suppressMotion, withReducedMotion } from './motion.ts';
import { replaceImages, replaceStyles } from './styles.ts';

/**
 * Updates the deck in the page to the next version, at the same step unless another slide was edited.
 *
 * @returns whether that was possible; errors are logged to the console
 */
export async function applyPatch(patch: Patch, deck: RevealApi, stay: boolean): Promise<boolean> {
  try {
    await apply(patch, deck, stay);
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

async function apply(patch: Patch, deck: RevealApi, stay: boolean): Promise<void> {
  if (patch.images !== undefined) replaceImages(patch.images);
  if (patch.style !== undefined) {
    await replaceStyles(patch.style);
    forgetFits();
  }
  document.title = patch.title;
  withReducedMotion(() => {
    const reopen = closeOverview(deck);
    replaceSlides(patch, deck, stay);
    reopen();
  });
}

function replaceSlides({ columns, edited }: Patch, deck: RevealApi, stay: boolean): void {
  const root = deck.getSlidesElement() as HTMLElement;
  const before = listSlides(root);
  const shown = deck.getCurrentSlide();
  // If all steps are shown, new ones are shown too.
  const step = deck.availableFragments().next ? deck.getIndices().f : lastStep;
  const refs = columns.flat();
  const successor = findSuccessor(refs, before.indexOf(shown));
  const slides = columns.map((column) => column.map((ref) => slideOf(ref, before)));
  const all = slides.flat();
  arrange(root, slides);
  if (!isOrderUnchanged(refs, before.length)) renumber(all);
  const fresh = new Set(all.filter((_, i) => typeof refs[i] !== 'number'));
  for (const slide of fresh) deck.syncFragments(slide);
  const goal = stay ? successor : (edited ?? successor);
  const slide = all[goal];
  if (!slide) return;
  suppressMotion([shown, shown?.parentElement, slide, slide.parentElement].filter(isSection));
  withoutAnimation(shown, () => show(deck, slide, goal === successor ? step : lastStep));
  if (slide !== shown || fresh.has(slide)) notifySlideChanged(deck, slide, shown);
}

/** Suppresses auto-animate from the slide that was shown, which may have been removed. */
function withoutAnimation(shown: HTMLElement | undefined, act: () => void): void {
  const animation = 'data-auto-animate';
  const given = shown?.getAttribute(animation);
  shown?.removeAttribute(animation);
  act();
  if (given != null) shown?.setAttribute(animation, given);
}

/** A step after the last one of any slide: shows all of its content. */
const lastStep = 1000;

function listSlides(root: Element): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(':scope > section:not(.stack), .stack > section')];
}

/** Whether no slide was added, removed or moved. */
function isOrderUnchanged(refs: readonly SlideRef[], count: number): boolean {
  return refs.length === count && refs.every((ref, i) => originOf(ref) === i);
}

/** The old index of a slide that was kept or replaced. */
function originOf(ref: SlideRef): number | undefined {
  return typeof ref === 'number' ? ref : ref.replaces;
}

function isSection<T extends Element>(element: T | null | undefined): element is T {
  return element?.localName === 'section';
}

/** The new index of the slide that was shown, or of the one before it if it was removed. */
function findSuccessor(refs: readonly SlideRef[], shown: number): number {
  const exact = refs.findIndex((ref) => originOf(ref) === shown);
  if (exact >= 0) return exact;
  const earlier = refs.findLastIndex((ref) => (originOf(ref) ?? Number.POSITIVE_INFINITY) < shown);
  return Math.max(earlier, 0);
}

function slideOf(ref: SlideRef, before: readonly HTMLElement[]): HTMLElement {
  if (typeof ref === 'number') return before[ref] as HTMLElement;
  const replaced = ref.replaces === undefined ? undefined : before[ref.replaces];
  const template = document.createElement('template');
  template.innerHTML = replaced ? restoreImages(ref.html, replaced) : ref.html;
  const slide = document.importNode(template.content, true).firstElementChild as HTMLElement;
  return replaced && morphSlide(replaced, slide) ? replaced : slide;
}

/** Arranges the slides in columns without touching those that are in place already. */
function arrange(root: HTMLElement, columns: readonly (readonly HTMLElement[])[]): void {
  const used = new Set<Element>();
  const elements = columns.map((column) => {
    const [only] = column;
    if (column.length === 1 && only) return only;
    const stack = stackFor(column, used);
    used.add(stack);
    fill(stack, column);
    return stack;
  });
  fill(root, elements);
}

function stackFor(slides: readonly HTMLElement[], used: ReadonlySet<Element>): HTMLElement {
  const existing = slides
    .map(({ parentElement }) => parentElement)
    .find((parent) => parent?.matches('.stack') && !used.has(parent));
  if (existing) return existing;
  const stack = document.createElement('section');
  stack.className = 'stack';
  return stack;
}

/** Sets the sections that an element contains. */
function fill(parent: Element, sections: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(sections);
  for (const child of [...parent.children]) {
    if (child.localName === 'section' && !wanted.has(child)) child.remove();
  }
  let next = parent.firstElementChild;
  for (const section of sections) {
    if (section === next) next = next.nextElementSibling;
    else parent.insertBefore(section, next);
  }
}

/** Updates the slide numbers after slides were added or removed. */
function renumber(slides: readonly HTMLElement[]): void {
  for (const [i, slide] of slides.entries()) {
    const [number, total] = [`${i + 1}`, `${slides.length}`];
    const { title } = slide.dataset;
    const label = `${number} of ${total}${title === undefined ? '' : `: ${title}`}`;
    if (slide.ariaLabel !== label) slide.ariaLabel = label;
    if (slide.dataset.number !== number) slide.dataset.number = number;
    const shown = slide.querySelector(':scope > .slide-footer > .slide-number');
    const text = shown?.textContent.includes('/') ? `${number} / ${total}` : number;
    if (shown && shown.textContent !== text) shown.textContent = text;
  }
}

function show(deck: RevealApi, slide: HTMLElement, step: number | undefined): void {
  const stack = slide.closest('.stack');
  const columns = deck.getHorizontalSlides();
  const h = columns.indexOf((stack ?? slide) as HTMLElement);
  const v = stack ? [...stack.children].indexOf(slide) : 0;
  deck.slide(h, v, step);
}

/** Dispatches the event that reveal.js omits if the new slide has the same indices. */
function notifySlideChanged(
  deck: RevealApi,
  slide: HTMLElement,
  before: HTMLElement | undefined,
): void {
  const { h: indexh, v: indexv } = deck.getIndices();
  const data = { indexh, indexv, previousSlide: before, currentSlide: slide };
  (deck as Dispatcher).dispatchEvent({ type: 'slidechanged', data });
}

interface Dispatcher {
  dispatchEvent(event: { readonly type: string; readonly data: object }): void;
}

/** Closes the overview, which shows the old slides. @returns a function that reopens it */
function closeOverview(deck: RevealApi): () => void {
  if (!deck.isOverview()) return () => {};
  const scrolled = document.querySelector('.all-slides')?.scrollTop ?? 0;
  deck.toggleOverview(false);
  return () => {
    deck.toggleOverview(true);
    document.querySelector('.all-slides')?.scrollTo(0, scrolled);
  };
}
