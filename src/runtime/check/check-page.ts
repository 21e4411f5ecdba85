import type { PageFinding } from '../../model/check.ts';
import { overfull } from './overfull.ts';
import { shrunk } from './shrunk.ts';
import { checkedSlide, type PageRule } from './slide.ts';

const rules: readonly PageRule[] = [overfull, shrunk];

/** Checks the slides of a page that is laid out for printing. */
export function checkPage(): readonly PageFinding[] {
  const slides = [...document.querySelectorAll<HTMLElement>('.slides section.slide')];
  return slides.map(checkedSlide).flatMap((slide) => rules.flatMap((rule) => rule(slide)));
}
