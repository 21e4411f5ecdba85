import type { Part } from './feature.ts';
import { copySlide, countSteps, paintCopy, withoutIds } from './slides/slide-copy.ts';
import { bare } from './slides/unhide.ts';

/**
 * What is printed beside each slide as a whole; the `data-print` of the root element names those that
 * are wanted: a page for each step, the speaker notes below each slide, what was drawn on it.
 */
export const printOptions = ['steps', 'notes', 'drawings'] as const;
export type PrintOption = (typeof printOptions)[number];

/** Takes from the slides what keeps all but one of them off the screen, and from readers. */
export const paper: Part = {
  print() {
    const sections = document.querySelectorAll<HTMLElement>('.slides section');
    const undo = Array.from(sections, bare);
    for (const slide of document.querySelectorAll<HTMLElement>('.slides section.slide')) {
      if (isWanted('notes')) undo.push(layNotes(slide));
      if (isWanted('steps')) undo.push(layOutSteps(slide));
    }
    return () => {
      for (const restore of undo.reverse()) restore();
    };
  },
};

/** Whether something is to be printed too. */
export function isWanted(option: PrintOption): boolean {
  return document.documentElement.dataset.print?.split(' ').includes(option) ?? false;
}

export function setWanted(option: PrintOption, wanted: boolean): void {
  const others = printOptions.filter((other) => other !== option && isWanted(other));
  document.documentElement.dataset.print = [...others, ...(wanted ? [option] : [])].join(' ');
}

/** Puts a copy for each of its steps into a slide's place. Links lead to the first of them. */
function layOutSteps(slide: HTMLElement): () => void {
  const count = countSteps(slide);
  if (count === 0) return () => {};
  const [first, ...others] = Array.from({ length: count + 1 }, (_, step) => copySlide(slide, step));
  const copies = [first as HTMLElement, ...others.map(withoutIds).map(withoutHeadings)];
  const focused = document.activeElement;
  slide.replaceWith(...copies);
  for (const copy of copies) paintCopy(copy);
  return () => {
    copies[0]?.replaceWith(slide);
    for (const copy of copies) copy.remove();
    if (slide.contains(focused)) (focused as HTMLElement).focus();
  };
}

/** What is a heading on one page would stand in the bookmarks once more for each page that repeats it. */
function withoutHeadings(copy: HTMLElement): HTMLElement {
  for (const heading of copy.querySelectorAll('h1, h2, h3, h4, h5, h6')) heading.role = 'none';
  return copy;
}

/** Puts the notes of a slide below it. */
function layNotes(slide: HTMLElement): () => void {
  const page = document.createElement('aside');
  page.className = 'notes-page';
  const notes = slide.querySelector(':scope > .notes');
  if (notes) page.append(...notes.cloneNode(true).childNodes);
  slide.after(page);
  return () => page.remove();
}
