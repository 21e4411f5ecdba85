import type { OverfullSlide } from '../../model/overfull.ts';
import { layOut } from '../fit/fit-slide.ts';
import { findCut } from '../fit/overflow.ts';

/** Enough to find its line in the source. */
const maxText = 300;

/** The slides whose content does not fit at the smallest scale. */
export function findOverfull(): readonly OverfullSlide[] {
  // Printing fits all slides.
  for (const name of ['beforeprint', 'afterprint']) dispatchEvent(new Event(name));
  const slides = [...document.querySelectorAll<HTMLElement>('.slides section.slide')];
  const restore = layOut(slides);
  const found = slides.flatMap(describe);
  restore();
  return found;
}

function describe(slide: HTMLElement): readonly OverfullSlide[] {
  const cut = findCut(slide);
  if (!cut) return [];
  const { element, isWide } = cut;
  const named = element.querySelector<HTMLElement>('[aria-label], img[alt]');
  const name = named?.ariaLabel ?? named?.getAttribute('alt') ?? '';
  const text = (element.textContent?.trim() || name).slice(0, maxText);
  return [{ number: Number(slide.dataset.number), text, isWide }];
}
