import type { CheckedSlide } from '../slide.ts';
import { textOn } from './text-runs.ts';

/** An element with a color or an image of its own. */
export interface Painted {
  readonly element: Element;
  readonly box: DOMRect;
  /** Whether it hides what is below it. */
  readonly isOpaque: boolean;
}

const replaced = 'img, video, canvas, svg, iframe, object, embed, input, progress, meter';
const pictures = 'img, video, canvas';

const found = new WeakMap<CheckedSlide, readonly Painted[]>();

/** The elements of a slide that paint more than text, in source order. */
export function paintedOn(slide: CheckedSlide): readonly Painted[] {
  const known = found.get(slide);
  if (known) return known;
  const painted = findPainted(slide);
  found.set(slide, painted);
  return painted;
}

function findPainted(slide: CheckedSlide): readonly Painted[] {
  const { facts } = textOn(slide);
  const elements = slide.root.querySelectorAll(
    ':not(svg *, math *, .notes, .notes *, .chart-details *)',
  );
  return [...elements].flatMap((element) => {
    const { background, isComplex, style, opacity } = facts.of(element);
    const paints = background[3] > 0 || isComplex || element.matches(replaced);
    if (!paints || style.visibility !== 'visible') return [];
    const box = element.getBoundingClientRect();
    if (box.width <= 0 || box.height <= 0) return [];
    const alpha = element.matches(pictures) ? 1 : background[3];
    return [{ element, box, isOpaque: alpha * opacity > 0.5 }];
  });
}
