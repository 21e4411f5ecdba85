import { copySlide, countSteps, withoutIds } from './slide-copy.ts';

/** Classes of single steps; a thumbnail shows all content at once. */
const stateClasses = ['fragment', 'dim', 'focus', 'shows-data'];

/** Creates a copy of a slide with all of its steps. */
export function createThumbnail(slide: HTMLElement): HTMLElement {
  const copy = withoutIds(copySlide(slide, countSteps(slide)));
  for (const element of copy.querySelectorAll(stateClasses.map((name) => `.${name}`).join())) {
    element.classList.remove(...stateClasses);
  }
  for (const element of copy.querySelectorAll('[data-auto-animate-target]')) {
    element.removeAttribute('data-auto-animate-target');
  }
  const slides = document.createElement('span');
  slides.className = 'slides';
  slides.append(copy);
  return slides;
}
