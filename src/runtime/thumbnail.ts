/** Marks of the moment: of a slide's place, of steps, and of what is live on it. */
const moments = ['past', 'present', 'future', 'fragment', 'dim', 'focus', 'shows-data'];
const states = ['id', 'hidden', 'aria-hidden', 'inert', 'data-auto-animate-target'];

/** A copy of a slide with all of its steps, to be shown small. */
export function drawThumbnail(slide: HTMLElement): HTMLElement {
  const copy = slide.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll('aside.notes, canvas, script')) part.remove();
  for (const media of copy.querySelectorAll('video, audio')) media.removeAttribute('data-autoplay');
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    element.classList.remove(...moments);
    for (const name of states) element.removeAttribute(name);
  }
  for (const property of ['display', 'top', 'transform']) copy.style.removeProperty(property);
  const slides = document.createElement('span');
  slides.className = 'slides';
  slides.append(copy);
  return slides;
}
