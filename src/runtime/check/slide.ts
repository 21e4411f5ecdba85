import type { Box, CheckRule, PageFinding } from '../../model/check.ts';

/** A slide to check, which is laid out for printing. */
export interface CheckedSlide {
  readonly root: HTMLElement;
  /** From 1. */
  readonly number: number;
  /** The pixels of the slide in a pixel of a slide whose shorter side is 720 pixels high. */
  readonly pixel: number;
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
  return { root, number: Number(dataset.number), pixel };
}

export function finding(
  slide: CheckedSlide,
  rule: CheckRule,
  element: Element,
  message: string,
  hint?: string,
): PageFinding {
  const source = element.closest(sourceSelector)?.getAttribute('data-lectern-source');
  return {
    rule,
    slide: slide.number,
    ...(source && { source }),
    text: textOf(element).slice(0, maxText),
    box: boxIn(slide, element.getBoundingClientRect()),
    message,
    ...(hint !== undefined && { hint }),
  };
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
export function boxIn({ root }: CheckedSlide, rect: DOMRect): Box {
  const own = root.getBoundingClientRect();
  // What transforms make of a pixel of the slide.
  const unit = own.width / root.offsetWidth;
  const [x, y] = [(rect.left - own.left) / unit, (rect.top - own.top) / unit];
  return { x, y, width: rect.width / unit, height: rect.height / unit };
}
