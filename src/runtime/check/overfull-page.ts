import type { PageFinding } from '../../model/check.ts';
import { layOut } from '../fit/fit-slide.ts';
import { overfull } from './overfull.ts';
import { checkedSlide } from './slide.ts';

/** The slides of a page on stage whose content does not fit at the smallest scale. */
export function findOverfull(): readonly PageFinding[] {
  // Printing fits all slides.
  for (const name of ['beforeprint', 'afterprint']) dispatchEvent(new Event(name));
  const slides = [...document.querySelectorAll<HTMLElement>('.slides section.slide')];
  const restore = layOut(slides);
  const found = slides.map(checkedSlide).flatMap(overfull);
  restore();
  return found;
}
