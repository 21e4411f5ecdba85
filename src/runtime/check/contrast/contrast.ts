import type { PageFinding } from '../../../model/check.ts';
import { contrast as contrastOf, hexOf, type Rgba, readableNear } from '../color/color.ts';
import { blockOf, type CheckedSlide, finding, type PageRule } from '../slide.ts';
import { lettersBox, quote, type TextRun } from '../text/text-runs.ts';
import { measureTexts, type TextContrast, worst } from './measure.ts';

/** Text that is hard to read on plain colors. */
export const contrast: PageRule = (slide) => findingsOf(slide, measureTexts(slide).known);

/** What 8 bits a color make of a contrast. */
const rounding = 0.02;

/** One finding for each block: its text with the lowest contrast. */
export function findingsOf(
  slide: CheckedSlide,
  texts: readonly TextContrast[],
): readonly PageFinding[] {
  const faint = texts.filter(({ run, ratio }) => ratio < wantedFor(run) - rounding);
  const blocks = new Map<Element, TextContrast>();
  for (const text of faint) {
    const block = blockOf(slide, text.run.facts.element);
    blocks.set(block, worst([blocks.get(block) ?? text, text]) ?? text);
  }
  return [...blocks.values()].map((text) => describe(slide, text));
}

/** Large text is readable with less: https://www.w3.org/TR/WCAG22/#contrast-minimum */
function wantedFor({ size, facts }: TextRun): number {
  const isBold = Number(facts.style.fontWeight) >= 700;
  return size >= 23.9 || (isBold && size >= 18.6) ? 3 : 4.5;
}

function describe(slide: CheckedSlide, { run, ratio, seen, grounds }: TextContrast): PageFinding {
  const wanted = wantedFor(run);
  const shown = (Math.floor(ratio * 10) / 10).toFixed(1);
  const message = `the text ${quote(run.text)} has a contrast of ${shown}:1 to what is behind it; it needs ${wanted}:1`;
  const hint = hintFor(seen, grounds, wanted);
  return finding(slide, 'contrast', run.facts.element, message, hint, lettersBox(run));
}

function hintFor(seen: Rgba, grounds: readonly Rgba[], wanted: number): string {
  const ground = grounds[0] ?? seen;
  const near = readableNear(seen, grounds, wanted);
  if (near) return `it is ${hexOf(seen)} on ${hexOf(ground)}; ${hexOf(near)} would do`;
  const isDark = contrastOf(seen, [0, 0, 0, 1]) < contrastOf(seen, [255, 255, 255, 1]);
  const cover = isDark ? 'light' : 'dark';
  return `it is ${hexOf(seen)} on ${hexOf(ground)} and other colors; put a ${cover} area between them, or make the image ${cover}er`;
}
