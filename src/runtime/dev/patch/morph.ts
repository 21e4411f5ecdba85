import { noMotionClass } from './motion.ts';

/**
 * Updates a slide to the next version within its element: replacing the element would make the browser
 * recompute the styles of all slides after it. Drawings are kept.
 *
 * @returns whether that was possible: the attributes of the slide must be unchanged
 */
export function morphSlide(slide: HTMLElement, next: HTMLElement): boolean {
  if (!startTagOf(slide).isEqualNode(startTagOf(next))) return false;
  for (const name of ownAttributes) {
    const value = next.getAttribute(name);
    if (value === null) slide.removeAttribute(name);
    else slide.setAttribute(name, value);
  }
  const drawings = slide.querySelectorAll(':scope > .drawings');
  reuseImages(slide, next);
  slide.replaceChildren(...next.childNodes, ...drawings);
  return true;
}

/** Reuses the elements of unchanged images, which would otherwise be decoded again. */
function reuseImages(slide: HTMLElement, next: HTMLElement): void {
  const unused = new Set(slide.querySelectorAll('img'));
  for (const image of next.querySelectorAll('img')) {
    const same = [...unused].find((one) => one.isEqualNode(image));
    if (!same) continue;
    unused.delete(same);
    image.replaceWith(same);
  }
}

/** The attributes that may change when a slide is updated. */
const ownAttributes = ['aria-label', 'data-number', 'data-title'];

/** A slide's start tag without the attributes set by reveal.js and those that may change. */
function startTagOf(slide: HTMLElement): HTMLElement {
  const tag = slide.cloneNode(false) as HTMLElement;
  tag.classList.remove('past', 'present', 'future', noMotionClass);
  for (const name of ['hidden', 'inert', 'aria-hidden', 'data-fragment', ...ownAttributes]) {
    tag.removeAttribute(name);
  }
  // Set by reveal.js on some slides; also normalizes the style attribute.
  tag.style.display = 'block';
  tag.style.removeProperty('--shrink');
  return tag;
}
