import { copyFit, fitSlides } from '../fit/fit-slide.ts';

/** Updates a copy of a slide to what a feature shows at the copy's step. */
export type CopyPainter = (copy: HTMLElement) => void;

const painters: CopyPainter[] = [];

export function addCopyPainter(painter: CopyPainter): void {
  painters.push(painter);
}

/** The number of steps of a slide, not counting its first appearance. */
export function countSteps(slide: Element): number {
  return stepsOf(slide).length;
}

/** The number of steps of a slide that are shown in the presenter window. */
export function countShownSteps(slide: Element): number {
  const taken = fragmentsOf(slide).filter(({ classList }) => classList.contains('visible'));
  return new Set(taken.map(indexOf)).size;
}

/**
 * Copies a slide at one of its steps, for the speaker view and for printing, without its notes and
 * without elements that were added for presenting. The copy must be inserted into a document with the
 * deck's styles and then painted.
 *
 * @param step the number of steps already shown
 */
export function copySlide(slide: HTMLElement, step: number): HTMLElement {
  fitSlides([slide]);
  const copy = slide.cloneNode(true) as HTMLElement;
  for (const name of ['hidden', 'aria-hidden', 'inert', 'style']) copy.removeAttribute(name);
  const style = copyOfStyle(slide);
  if (style) copy.setAttribute('style', style);
  copy.classList.remove('past', 'present', 'future', 'stack');
  copy.classList.add('slide-copy');
  copy.dataset.step = String(step);
  for (const gone of copy.querySelectorAll('.notes, .chart-box > canvas')) gone.remove();
  setFragments(copy, step);
  copyFit(slide, copy);
  return copy;
}

/** Updates the charts and highlighted lines of a copy, which must be in a document. */
export function paintCopy(copy: HTMLElement): void {
  fitSlides([copy]);
  for (const paint of painters) paint(copy);
}

/** Removes the ids from a copy, so that those in the deck stay unique. */
export function withoutIds(copy: HTMLElement): HTMLElement {
  for (const element of [copy, ...copy.querySelectorAll('[id]:not(svg *)')]) {
    element.removeAttribute('id');
  }
  return copy;
}

/** The author's inline style of a slide, without the properties set by reveal.js. */
function copyOfStyle({ style }: HTMLElement): string {
  const names = [...style].filter((name) => name.startsWith('--'));
  return names.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
}

/** The fragment indices of the steps, in order. */
function stepsOf(slide: Element): readonly number[] {
  const indices = fragmentsOf(slide).map(indexOf);
  return [...new Set(indices)].sort((a, b) => a - b);
}

function fragmentsOf(slide: Element): readonly HTMLElement[] {
  return [...slide.querySelectorAll<HTMLElement>('.fragment:not(.notes *)')];
}

function indexOf({ dataset }: HTMLElement): number {
  return Number(dataset.fragmentIndex);
}

function setFragments(copy: HTMLElement, step: number): void {
  const steps = stepsOf(copy);
  for (const fragment of fragmentsOf(copy)) {
    const ownStep = steps.indexOf(indexOf(fragment)) + 1;
    fragment.classList.toggle('visible', ownStep <= step);
    fragment.classList.toggle('current-fragment', ownStep === step);
  }
}
