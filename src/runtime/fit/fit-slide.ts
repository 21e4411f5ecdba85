import { saveAttributes } from '../slides/unhide.ts';
import { type Measurement, measure } from './overflow.ts';
import { decide, scaleAt } from './scale-search.ts';

/** The custom property with the scale of a slide, which the styles in `themes/base/fit.css` apply. */
const property = '--shrink';

/** What was found of each slide, for as long as it has the same content. */
let results = new WeakMap<HTMLElement, FitResult>();

interface FitResult {
  readonly content: Element | null;
  readonly scale: number;
}

/**
 * Measures slides that may be too full and are not fitted yet, and shrinks each until its content fits. All are
 * measured with the same layouts of the page: one, and a few for full slides.
 */
export function fitSlides(all: readonly (HTMLElement | undefined)[]): void {
  const slides = all.flatMap((slide) => (slide?.dataset.fit === 'shrink' ? slide : []));
  const fresh = slides.filter((slide) => !isFitted(slide));
  const restore = layOut(fresh);
  // A page that shows only copies of its slides, such as a remote, has no layout for them.
  const measurable = fresh.filter(({ offsetHeight }) => offsetHeight > 0);
  let open = measurable.map((slide) => ({
    slide,
    index: 0,
    known: new Map<number, Measurement>(),
  }));
  while (open.length > 0) {
    // All are written before any is read, as each change between would cost a layout.
    for (const { slide, index } of open) setScale(slide, scaleAt(index));
    open = open.filter((search) => {
      const { slide, known } = search;
      known.set(search.index, measure(slide));
      search.index = decide(known);
      const isDecided = known.has(search.index);
      if (isDecided) remember(slide, scaleAt(search.index));
      return !isDecided;
    });
  }
  restore();
  for (const slide of slides) setScale(slide, results.get(slide)?.scale ?? 1);
}

/** Takes over what was measured of a slide for a copy of it. */
export function copyFit(slide: HTMLElement, copy: HTMLElement): void {
  const result = results.get(slide);
  if (result && isFitted(slide)) remember(copy, result.scale);
}

/** Forgets what was measured, as other fonts, images or styles have come. */
export function forgetFits(): void {
  results = new WeakMap();
}

function isFitted(slide: HTMLElement): boolean {
  return results.get(slide)?.content === contentOf(slide);
}

function contentOf(slide: HTMLElement): Element | null {
  return slide.querySelector(':scope > .layout');
}

function remember(slide: HTMLElement, scale: number): void {
  results.set(slide, { content: contentOf(slide), scale });
}

function setScale(slide: HTMLElement, scale: number): void {
  if (scale !== 1) slide.style.setProperty(property, String(scale));
  else if (slide.style.getPropertyValue(property)) slide.style.removeProperty(property);
}

/** Lays out slides as they are presented, also those that are not shown. @returns a function that reverts it */
export function layOut(slides: readonly HTMLElement[]): () => void {
  const root = slides[0]?.ownerDocument.documentElement;
  if (!root) return () => {};
  const hidden = slides.filter(({ offsetParent }) => offsetParent === null);
  const stacks = hidden.flatMap((slide) => slide.closest<HTMLElement>('.stack') ?? []);
  const sections = [...stacks, ...hidden];
  const undo = sections.map((section) => saveAttributes(section, ['style']));
  undo.push(saveAttributes(root, ['class']));
  // In the reading view, slides are as high as their content.
  root.classList.add('live');
  for (const { style } of sections) style.setProperty('display', 'flex', 'important');
  return () => {
    for (const restore of undo) restore();
  };
}
