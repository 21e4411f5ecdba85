import { saveAttributes } from '../slides/unhide.ts';
import { isCramped, isOverfull } from './overflow.ts';

/** The scales of a slide's type and gaps, in even stages down to the smallest readable one. */
const scales = [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68, 0.64, 0.6, 0.56, 0.52] as const;
const smallest = 0.52;

/** The height in rem that drawings keep, if they are so high: a fifth of a slide's shorter side. */
const enough = 9;
/** Where text would have to be smaller than readable for that, drawings keep less. */
const drawingHeights = [enough, enough / 2, 0] as const;

/** The custom property with the scale of a slide, which the styles in `themes/base/fit.css` apply. */
const property = '--shrink';

/** What was found of each slide, for as long as it has the same content. */
let results = new WeakMap<HTMLElement, FitResult>();

interface FitResult {
  readonly content: Element | null;
  readonly scale: number;
}

/** Measures a slide and shrinks it until its content fits, unless that was done before. */
export function fitSlide(slide: HTMLElement): void {
  if (slide.dataset.fit === 'none' || isFitted(slide)) return;
  const restore = layOut([slide]);
  const scale = findScale(slide);
  restore();
  remember(slide, scale);
}

/** Fits all slides that are not yet, with one layout of the page for those that need no change. */
export function fitSlides(all: readonly HTMLElement[]): void {
  const slides = all.filter(({ dataset }) => dataset.fit !== 'none');
  const unknown = slides.filter((slide) => !isFitted(slide));
  for (const slide of unknown) setScale(slide, 1);
  const restore = layOut(unknown);
  const fitting = unknown.filter((slide) => !isOverfull(slide) && !isCramped(slide, enough));
  for (const slide of fitting) remember(slide, 1);
  for (const slide of unknown) fitSlide(slide);
  restore();
  for (const slide of slides) setScale(slide, results.get(slide)?.scale ?? 1);
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
  setScale(slide, scale);
  results.set(slide, { content: contentOf(slide), scale });
}

/** The largest scale at which a slide fits, or the smallest one. */
function findScale(slide: HTMLElement): number {
  setScale(slide, 1);
  const isFull = isOverfull(slide);
  // Drawings give up height before text shrinks; text shrinks before they become too low.
  for (const height of drawingHeights) {
    if (!isFull && !isCramped(slide, height)) return 1;
    const scale = findLargest(slide, () => !isOverfull(slide) && !isCramped(slide, height));
    if (scale !== undefined) return scale;
    setScale(slide, 1);
  }
  return isFull ? smallest : 1;
}

/** The largest scale below 1 at which a slide meets a condition. */
function findLargest(slide: HTMLElement, isMet: () => boolean): number | undefined {
  const isMetAt = (index: number): boolean => {
    setScale(slide, scales[index] ?? smallest);
    return isMet();
  };
  let [first, last] = [1, scales.length - 1];
  if (!isMetAt(last)) return undefined;
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    if (isMetAt(middle)) last = middle;
    else first = middle + 1;
  }
  return scales[first];
}

function setScale(slide: HTMLElement, scale: number): void {
  if (scale !== 1) slide.style.setProperty(property, String(scale));
  else if (slide.style.getPropertyValue(property)) slide.style.removeProperty(property);
}

/** Lays out slides that are not shown. @returns a function that hides them again */
export function layOut(slides: readonly HTMLElement[]): () => void {
  const hidden = slides.filter(({ offsetParent }) => offsetParent === null);
  const stacks = hidden.flatMap(
    (slide) => slide.parentElement?.closest<HTMLElement>('.stack') ?? [],
  );
  const sections = [...new Set([...stacks, ...hidden])];
  const undo = sections.map((section) => saveAttributes(section, ['style']));
  for (const { style } of sections) style.setProperty('display', 'flex', 'important');
  return () => {
    for (const restore of undo) restore();
  };
}
