import { copySlide, countSteps, withoutIds } from './slide-copy.ts';

/** What a step leaves on a slide: a picture shows all that is on it at once. */
const traces = ['fragment', 'dim', 'focus', 'shows-data'];

/** A copy of a slide with all of its steps, to be shown small. */
export function drawThumbnail(slide: HTMLElement): HTMLElement {
  const copy = withoutIds(copySlide(slide, countSteps(slide)));
  for (const element of copy.querySelectorAll(traces.map((name) => `.${name}`).join())) {
    element.classList.remove(...traces);
  }
  for (const element of copy.querySelectorAll('[data-auto-animate-target]')) {
    element.removeAttribute('data-auto-animate-target');
  }
  const slides = document.createElement('span');
  slides.className = 'slides';
  slides.append(copy);
  return slides;
}
