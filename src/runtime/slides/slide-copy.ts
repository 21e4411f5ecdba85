/** Shows on a copy of a slide, whose fragments are set, what a part shows of them on the stage. */
export type CopyPainter = (copy: HTMLElement) => void;

const painters: CopyPainter[] = [];

export function addCopyPainter(painter: CopyPainter): void {
  painters.push(painter);
}

/** How many steps a slide has, after it has come up. */
export function countSteps(slide: Element): number {
  return stepsOf(slide).length;
}

/** How many of a slide's steps were taken on the stage. */
export function countTaken(slide: Element): number {
  const taken = fragmentsOf(slide).filter(({ classList }) => classList.contains('visible'));
  return new Set(taken.map(indexOf)).size;
}

/**
 * A copy of a slide as the stage shows it after some of its steps: for the speaker view, and for
 * paper. Without its notes, without ids, and without what the stage has put onto it. To be put into a
 * page with the deck's styles, and then painted.
 *
 * @param step how many of the slide's steps were taken
 */
export function copySlide(slide: HTMLElement, step: number): HTMLElement {
  const copy = slide.cloneNode(true) as HTMLElement;
  for (const name of ['hidden', 'aria-hidden', 'inert', 'style']) copy.removeAttribute(name);
  const style = copyOfStyle(slide);
  if (style) copy.setAttribute('style', style);
  copy.classList.remove('past', 'present', 'future', 'stack');
  copy.classList.add('slide-copy');
  copy.dataset.step = String(step);
  for (const gone of copy.querySelectorAll('.notes, .chart-box > canvas')) gone.remove();
  setFragments(copy, step);
  return copy;
}

/** Paints what a copy shows beside its elements: charts, lines in focus. It must be in a page. */
export function paintCopy(copy: HTMLElement): void {
  for (const paint of painters) paint(copy);
}

/** Takes the ids from a copy: those in the deck stay the only ones. */
export function withoutIds(copy: HTMLElement): HTMLElement {
  for (const element of [copy, ...copy.querySelectorAll('[id]:not(svg *)')]) {
    element.removeAttribute('id');
  }
  return copy;
}

/** What the author gave a slide, without what reveal.js wrote on it. */
function copyOfStyle({ style }: HTMLElement): string {
  const names = [...style].filter((name) => name.startsWith('--'));
  return names.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
}

/** The numbers of the fragments that each step brings, in the order of the steps. */
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
    const place = steps.indexOf(indexOf(fragment)) + 1;
    fragment.classList.toggle('visible', place <= step);
    fragment.classList.toggle('current-fragment', place === step);
  }
}
