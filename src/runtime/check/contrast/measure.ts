import { contrast, type Rgba } from '../color/color.ts';
import type { CheckedSlide } from '../slide.ts';
import { covers, middleOf } from '../text/covers.ts';
import type { ElementFacts } from '../text/element-facts.ts';
import { type Painted, paintedOn } from '../text/painted.ts';
import { intersects, lettersIn, type TextRun, textOn } from '../text/text-runs.ts';
import { drawnBehind } from './drawn-behind.ts';
import { chainOf, colorsOf } from './layers.ts';
import { outlineOf, textColors } from './text-colors.ts';

/** The lowest contrast of a text. */
export interface TextContrast {
  readonly run: TextRun;
  readonly ratio: number;
  /** The color of the text as it is seen there. */
  readonly seen: Rgba;
  /** The colors behind it, the worst one first. */
  readonly grounds: readonly Rgba[];
}

/** A text that is over more than plain colors, so that its contrast is measured in a screenshot. */
export interface OpenText {
  readonly run: TextRun;
  readonly chain: readonly ElementFacts[];
  readonly colors: readonly Rgba[];
}

export interface MeasuredTexts {
  readonly known: readonly TextContrast[];
  readonly open: readonly OpenText[];
}

/** Measures the contrast of all texts of a slide, as far as styles tell it. */
export function measureTexts(slide: CheckedSlide): MeasuredTexts {
  const known: TextContrast[] = [];
  const open: OpenText[] = [];
  const painted = paintedOn(slide);
  for (const run of textOn(slide).runs) {
    const chain = chainOf(run.facts);
    const colors = textColors(run.facts);
    if (colors.length === 0 || chain.some(({ opacity }) => opacity === 0)) continue;
    const found = measureByStyles(run, chain, colors, painted);
    if (found) known.push(found);
    else if (!isCovered(run, painted)) open.push({ run, chain, colors });
  }
  return { known, open };
}

function measureByStyles(
  run: TextRun,
  chain: readonly ElementFacts[],
  colors: readonly Rgba[],
  painted: readonly Painted[],
): TextContrast | undefined {
  const outline = outlineOf(run.facts);
  if (outline) return worst(colors.map((seen) => compare(run, seen, [outline])));
  if (chain.some(({ isComplex }) => isComplex)) return undefined;
  const { element } = run.facts;
  const boxes = run.lines.map(lettersIn);
  const isOver = ({ box, element: other }: Painted) =>
    !other.contains(element) && boxes.some((each) => intersects(each, box));
  if (painted.some(isOver)) return undefined;
  const isDrawn = element instanceof SVGElement;
  const found: TextContrast[] = [];
  for (const color of colors) {
    const { ground, seen } = colorsOf(chain, color);
    if (!isDrawn) found.push(compare(run, seen, [ground]));
    else {
      const behind = boxes.map((box) => drawnBehind(element, box, ground));
      if (behind.some((each) => each === undefined)) return undefined;
      // One point may be on a line that ends there.
      const sorted = behind.flatMap((each) =>
        (each ?? []).map((point) => compare(run, seen, [point])),
      );
      sorted.sort((a, b) => a.ratio - b.ratio);
      const second = sorted[1] ?? sorted[0];
      if (second) found.push(second);
    }
  }
  return worst(found);
}

/** Whether something is over a text, so that it cannot be read at all. */
function isCovered({ facts: { element }, lines }: TextRun, painted: readonly Painted[]): boolean {
  const [box] = lines.map(lettersIn);
  return painted.some(({ isOpaque, element: other, box: area }) => {
    if (!box || !isOpaque || other.contains(element) || !intersects(area, box)) return false;
    return !element.contains(other) && covers(other, element, middleOf(area, box));
  });
}

function compare(run: TextRun, seen: Rgba, grounds: readonly Rgba[]): TextContrast {
  return {
    run,
    seen,
    grounds,
    ratio: Math.min(...grounds.map((ground) => contrast(seen, ground))),
  };
}

export function worst(found: readonly TextContrast[]): TextContrast | undefined {
  return found.toSorted((a, b) => a.ratio - b.ratio)[0];
}
