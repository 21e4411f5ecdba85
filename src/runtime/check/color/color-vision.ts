import type { PageFinding } from '../../../model/check.ts';
import { blockOf, type CheckedSlide, finding, type PageRule } from '../slide.ts';
import { quote } from '../text/text-runs.ts';
import { chartColors, type NamedColor } from './chart-colors.ts';
import { hexOf, type Rgba, readColor } from './color.ts';
import { differenceOf, indistinctFor } from './vision.ts';

/** The CIEDE2000 difference that colors of a chart should have in all kinds of color vision. */
const chartDifference = 7;
/** That of colored texts, which are smaller and less saturated. */
const textDifference = 10;
/** Colors that nobody is meant to tell apart are nearer to each other. */
const sameDifference = 12;

/** Colors that people with color blindness cannot tell apart. */
export const colorVision: PageRule = (slide) => [...charts(slide), ...texts(slide)];

function charts(slide: CheckedSlide): readonly PageFinding[] {
  const all = [...slide.root.querySelectorAll<HTMLElement>('.chart[data-chart]')];
  return all.flatMap((chart) => {
    const pair = findPair(chartColors(chart), chartDifference);
    if (!pair) return [];
    const { first, second, vision } = pair;
    const message = `${first.name} and ${second.name} have colors that people with ${vision} cannot tell apart`;
    const hint = `they are ${hexOf(first.color)} and ${hexOf(second.color)}; choose colors that differ in lightness`;
    return [finding(slide, 'color-vision', chart, message, hint)];
  });
}

interface Pair<T> {
  readonly first: T;
  readonly second: T;
  readonly vision: string;
}

function findPair<T extends NamedColor>(all: readonly T[], wanted: number): Pair<T> | undefined {
  for (const [index, first] of all.entries()) {
    for (const second of all.slice(index + 1)) {
      const vision = indistinctFor(first.color, second.color, wanted);
      if (vision !== undefined) return { first, second, vision };
    }
  }
  return undefined;
}

interface ColoredText extends NamedColor {
  readonly element: Element;
}

const colored = '[style*="color"], [style*="background"], font[color], mark[style], [bgcolor]';

/** Texts of the author's colors, or on them, that differ in nothing else. */
function texts(slide: CheckedSlide): readonly PageFinding[] {
  const elements = [...slide.root.querySelectorAll(colored)].filter(
    (element) => !element.closest('.notes, svg, .slide-background') && textIn(element) !== '',
  );
  const pairs = (['color', 'backgroundColor'] as const).map((property) => {
    const all = elements.flatMap((element) => readText(element, property) ?? []);
    return findPairOf(all);
  });
  return pairs
    .filter((pair) => pair !== undefined)
    .slice(0, 1)
    .map(({ first, second, vision }) => {
      const message = `the colors of ${first.name} and ${second.name} look alike to people with ${vision}`;
      const hint = `they are ${hexOf(first.color)} and ${hexOf(second.color)}; choose colors that differ in lightness, or add a sign or a word`;
      const block = blockOf(slide, second.element);
      return finding(
        slide,
        'color-vision',
        block,
        message,
        hint,
        second.element.getBoundingClientRect(),
      );
    });
}

/** A text whose color is not that of the text around it. */
function readText(
  element: Element,
  property: 'color' | 'backgroundColor',
): ColoredText | undefined {
  const parent = element.parentElement;
  const own = getComputedStyle(element)[property];
  if (!parent || own === getComputedStyle(parent)[property]) return undefined;
  const color: Rgba = readColor(own);
  return color[3] < 0.5 ? undefined : { element, color, name: quote(textIn(element)) };
}

function findPairOf(all: readonly ColoredText[]): Pair<ColoredText> | undefined {
  for (const [index, first] of all.entries()) {
    const others = all.slice(index + 1).filter((second) => {
      const isNested =
        first.element.contains(second.element) || second.element.contains(first.element);
      const difference = differenceOf(first.color, second.color);
      return (
        !isNested && difference >= sameDifference && !differInStyle(first.element, second.element)
      );
    });
    const pair = others
      .map((second) => findPair([first, second], textDifference))
      .find((each) => each !== undefined);
    if (pair) return pair;
  }
  return undefined;
}

/** Whether more than the color tells two texts apart. */
function differInStyle(first: Element, second: Element): boolean {
  const [a, b] = [getComputedStyle(first), getComputedStyle(second)];
  const properties = [
    'fontWeight',
    'fontStyle',
    'textDecorationLine',
    'borderBottomStyle',
  ] as const;
  return (
    properties.some((property) => a[property] !== b[property]) || signOf(first) !== signOf(second)
  );
}

/** The sign that a text begins with, such as ✓ or −. */
function signOf(element: Element): string {
  return /^[^\p{L}\p{N}\s"“”'‘’([]/u.exec(textIn(element))?.[0] ?? '';
}

function textIn(element: Element): string {
  return element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
