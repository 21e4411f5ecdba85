import type { BrowserFeature } from './feature.ts';
import { fitSlides } from './fit/fit-slide.ts';
import { notesOf } from './slides/notes.ts';
import { copySlide, countSteps, paintCopy, withoutIds } from './slides/slide-copy.ts';
import { unhide } from './slides/unhide.ts';

/**
 * Optional parts of the printed deck, listed in the `data-print` attribute of the root element: a page
 * for each step, the speaker notes below each slide, the drawings.
 */
export const printOptions = ['steps', 'notes', 'drawings'] as const;
export type PrintOption = (typeof printOptions)[number];

/** Lays out all slides for printing, instead of only the current one. */
export const printLayout: BrowserFeature = {
  print() {
    const sections = document.querySelectorAll<HTMLElement>('.slides section');
    const undo = [...Array.from(sections, unhide), tagDefinitions()];
    const slides = [...document.querySelectorAll<HTMLElement>('.slides section.slide')];
    fitSlides(slides);
    // What hid the slides is restored with the styles they had before.
    undo.unshift(() => fitSlides(slides));
    for (const slide of slides) {
      if (hasPrintOption('notes')) undo.push(addNotesPage(slide));
      if (hasPrintOption('steps')) undo.push(expandSteps(slide));
    }
    return () => {
      for (const restore of undo.reverse()) restore();
    };
  },
};

/** Gives definition lists the roles of lists, as browsers write no tags for them into a PDF. */
function tagDefinitions(): () => void {
  const tagged = document.querySelectorAll<HTMLElement>('dl, dt, dd');
  for (const element of tagged) element.role = element.localName === 'dl' ? 'list' : 'listitem';
  return () => {
    for (const element of tagged) element.role = null;
  };
}

/** Whether an optional part is printed. */
export function hasPrintOption(option: PrintOption): boolean {
  return document.documentElement.dataset.print?.split(' ').includes(option) ?? false;
}

export function setPrintOption(option: PrintOption, wanted: boolean): void {
  const others = printOptions.filter((other) => other !== option && hasPrintOption(other));
  document.documentElement.dataset.print = [...others, ...(wanted ? [option] : [])].join(' ');
}

/** Replaces a slide by a copy for each of its steps. Links lead to the first of them. */
function expandSteps(slide: HTMLElement): () => void {
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

/** Hides the headings of a repeated page from the PDF's bookmarks. */
function withoutHeadings(copy: HTMLElement): HTMLElement {
  for (const heading of copy.querySelectorAll('h1, h2, h3, h4, h5, h6')) heading.role = 'none';
  return copy;
}

/** Adds the notes of a slide below it. */
function addNotesPage(slide: HTMLElement): () => void {
  const page = document.createElement('aside');
  page.className = 'notes-page';
  page.append(...(notesOf(slide) ?? []).map((node) => node.cloneNode(true)));
  slide.after(page);
  return () => page.remove();
}
