import type { Box, CheckRule, PageFinding } from '../../model/check.ts';

/** A slide to check, which is laid out for printing. */
export interface CheckedSlide {
  readonly root: HTMLElement;
  /** From 1. */
  readonly number: number;
  /** The pixels of the slide in a pixel of a slide whose shorter side is 720 pixels high. */
  readonly pixel: number;
  /** Where it is in the window. */
  readonly origin: DOMRect;
  /** What transforms make of a pixel of the slide. */
  readonly unit: number;
}

/** A rule that looks at the layout of a slide. */
export type PageRule = (slide: CheckedSlide) => readonly PageFinding[];

/** Enough to find its line in the source. */
const maxText = 300;

/** The attribute is `sourceAttribute` of the model; it is inherited by what is in an element. */
const sourceSelector = '[data-lectern-source]';

export function checkedSlide(root: HTMLElement): CheckedSlide {
  const { offsetWidth, offsetHeight, dataset } = root;
  const pixel = Math.min(offsetWidth, offsetHeight) / 720;
  const origin = root.getBoundingClientRect();
  const unit = origin.width / offsetWidth;
  return { root, number: Number(dataset.number), pixel, origin, unit };
}

export function finding(
  slide: CheckedSlide,
  rule: CheckRule,
  element: Element,
  message: string,
  hint?: string,
  rect: DOMRect = element.getBoundingClientRect(),
): PageFinding {
  const source = element.closest(sourceSelector)?.getAttribute('data-lectern-source');
  return {
    rule,
    slide: slide.number,
    ...(source && { source }),
    text: textOf(element).slice(0, maxText),
    box: boxIn(slide, rect),
    message,
    ...(hint !== undefined && { hint }),
  };
}

/** The element that is one block or image of the source; the slide, if there is none. */
export function blockOf(slide: CheckedSlide, element: Element): Element {
  return element.closest(sourceSelector) ?? slide.root;
}

/** The text of an element, or the name of a drawing. */
export function textOf(element: Element): string {
  const text = element.textContent?.replace(/\s+/g, ' ').trim();
  if (text) return text;
  const named = element.matches('[aria-label], img[alt]')
    ? element
    : element.querySelector('[aria-label], img[alt]');
  return named?.getAttribute('aria-label') ?? named?.getAttribute('alt') ?? '';
}

/** Converts a rectangle of the window into pixels of the slide. */
export function boxIn({ origin, unit }: CheckedSlide, rect: DOMRect): Box {
  const [x, y] = [(rect.left - origin.left) / unit, (rect.top - origin.top) / unit];
  return { x, y, width: rect.width / unit, height: rect.height / unit };
}
