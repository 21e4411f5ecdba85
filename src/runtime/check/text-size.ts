import type { PageFinding } from '../../model/check.ts';
import { blockOf, type CheckedSlide, finding, type PageRule } from './slide.ts';
import { lettersBox, quote, type TextRun, textOn } from './text/text-runs.ts';

/** In pixels of a slide whose shorter side has 720. */
const floor = 18;
const denseFloor = 16;
const rounding = 0.1;

const dense = 'pre, code, kbd, samp, table';
/** Their sizes are those of the theme, or follow from the size of a drawing. */
const exempt =
  '.slide-header, .slide-footer, .footnotes, figcaption, .chart-source, .chart, .diagram, sup, sub, math, rt, rp';

/** Text that its author has made smaller than readable. */
export const textSize: PageRule = (slide) => {
  const small = textOn(slide).runs.filter((run) => isSmall(run, run.size));
  if (small.length === 0) return [];
  const own = atFullSize(slide, small).filter(({ run, size }) => isSmall(run, size));
  const blocks = new Map<Element, OwnSize>();
  for (const text of own) {
    const block = blockOf(slide, text.run.facts.element);
    const known = blocks.get(block);
    if (!known || text.size < known.size) blocks.set(block, text);
  }
  return [...blocks.values()].map((text) => describe(slide, text));
};

interface OwnSize {
  readonly run: TextRun;
  /** Without what makes the content of the slide fit. */
  readonly size: number;
}

function isSmall({ facts: { element } }: TextRun, size: number): boolean {
  if (size >= floorOf(element) - rounding) return false;
  const around = element.closest(exempt);
  // A size that is written in a caption is the author's.
  return !around || isSetInside(element, around);
}

function floorOf(element: Element): number {
  return element.closest(dense) ? denseFloor : floor;
}

/** Whether an element, or one around it that is in `outer`, has a size of the author's. */
function isSetInside(element: Element, outer: Element): boolean {
  if (outer.matches('sup, sub, math, rt, rp, .chart, .diagram')) return false;
  for (let each: Element | null = element; each && each !== outer; each = each.parentElement) {
    if (each.matches('[style*="font"], font[size]')) return true;
  }
  return outer.matches('figcaption[style*="font"]');
}

/** The sizes of texts on a slide that is not made smaller. */
function atFullSize({ root }: CheckedSlide, runs: readonly TextRun[]): readonly OwnSize[] {
  const scale = root.style.getPropertyValue('--shrink');
  if (scale === '') return runs.map((run) => ({ run, size: run.size }));
  const before = runs.map(({ facts }) => Number.parseFloat(facts.style.fontSize));
  root.style.setProperty('--shrink', '1');
  const sizes = runs.map((run, i) => {
    const after = Number.parseFloat(run.facts.style.fontSize);
    return { run, size: (run.size * after) / (before[i] ?? after) };
  });
  root.style.setProperty('--shrink', scale);
  return sizes;
}

function describe(slide: CheckedSlide, { run, size }: OwnSize): PageFinding {
  const { element } = run.facts;
  const least = floorOf(element);
  const shown = Math.round(size * 10) / 10;
  const message = `the text ${quote(run.text)} has ${shown} px, and is hard to read from the back row`;
  const hint = `make it at least ${least} px on a slide that is 720 px high`;
  return finding(slide, 'text-size', element, message, hint, lettersBox(run));
}
