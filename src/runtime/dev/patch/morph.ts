import { stillMark } from './motion.ts';

/**
 * Makes a slide what it is in the next version, in its own element: one that comes or goes has the
 * browser compute the styles of all slides behind it anew. What was drawn on it stays, too.
 *
 * @returns whether that was possible: the slide's tag must say the same as before
 */
export function takeOver(slide: HTMLElement, next: HTMLElement): boolean {
  if (!tagOf(slide).isEqualNode(tagOf(next))) return false;
  for (const name of ownAttributes) {
    const value = next.getAttribute(name);
    if (value === null) slide.removeAttribute(name);
    else slide.setAttribute(name, value);
  }
  const drawings = slide.querySelectorAll(':scope > .drawings');
  keepPictures(slide, next);
  slide.replaceChildren(...next.childNodes, ...drawings);
  return true;
}

/** A picture that stands in both stays the element that it was: another one would be decoded anew. */
function keepPictures(slide: HTMLElement, next: HTMLElement): void {
  const known = new Set(slide.querySelectorAll('img'));
  for (const picture of next.querySelectorAll('img')) {
    const same = [...known].find((one) => one.isEqualNode(picture));
    if (!same) continue;
    known.delete(same);
    picture.replaceWith(same);
  }
}

/** What a slide's tag has of its own: these change without the slide being another one. */
const ownAttributes = ['aria-label', 'data-number', 'data-title'];

/** Without what reveal.js writes in it while the deck is shown, and without its number and title. */
function tagOf(slide: HTMLElement): HTMLElement {
  const tag = slide.cloneNode(false) as HTMLElement;
  tag.classList.remove('past', 'present', 'future', stillMark);
  for (const name of ['hidden', 'inert', 'aria-hidden', 'data-fragment', ...ownAttributes]) {
    tag.removeAttribute(name);
  }
  // Written by reveal.js in some; the browser writes what it changes in its own way.
  tag.style.display = 'block';
  return tag;
}
