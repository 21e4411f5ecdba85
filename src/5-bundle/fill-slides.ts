import { noMemo } from '../base/memo.ts';
import type { BuiltSlide } from '../model/page.ts';
import type { RenderedDeck, RenderedSlide } from '../model/rendered.ts';
import type { Memo } from '../model/source.ts';

/** The replacements for the marks in slides, by the deck's indexes. */
export interface Fills {
  /** URLs, escaped for an attribute. */
  readonly assets: readonly string[];
  /** SVG. */
  readonly charts: readonly string[];
  readonly diagrams: readonly string[];
}

export interface FilledSlide extends BuiltSlide {
  /** The HTML of its speaker notes; empty if it has none. */
  readonly notes: string;
}

/**
 * Inserts files and images into slides, and writes their numbers and times.
 *
 * @returns the slides in their stacks; in consecutive builds the same object for the same slide
 */
export function fillSlides(
  { stacks }: Pick<RenderedDeck, 'stacks'>,
  fills: Fills,
  memo: Memo = noMemo,
): readonly (readonly FilledSlide[])[] {
  const total = stacks.flat().length;
  return stacks.map((stack) =>
    stack.map((slide) => {
      const { content, number, seconds, numbers } = slide;
      const own = {
        assets: numbers.assets.map((index) => fills.assets[index] ?? ''),
        charts: numbers.charts.map((index) => fills.charts[index] ?? ''),
        diagrams: numbers.diagrams.map((index) => fills.diagrams[index] ?? ''),
      };
      const given = [...own.assets, ...own.charts, ...own.diagrams];
      const inputs = [content, number, total, seconds, numbers.firstIcon, ...given] as const;
      return memo.get(fillSlide, inputs, () => fillSlide(slide, total, own));
    }),
  );
}

/** @param fills by the slide's own indexes */
function fillSlide(
  { content, number, seconds, numbers }: RenderedSlide,
  total: number,
  fills: Fills,
): FilledSlide {
  const fill = (html: string): string =>
    html.replace(/\0(asset|chart|diagram|icon) (\d+)\0/g, (_, kind: string, digits: string) => {
      const index = Number(digits);
      if (kind === 'icon') return String(numbers.firstIcon + index);
      const own = { asset: fills.assets, chart: fills.charts, diagram: fills.diagrams };
      return own[kind as keyof typeof own][index] ?? '';
    });
  const values = {
    number: String(number),
    total: String(total),
    seconds: seconds === undefined ? '' : ` data-seconds="${seconds}"`,
  };
  const filled = fill(content.html);
  return {
    html: filled.replace(
      /\0(number|total|seconds)\0/g,
      (_, name: string) => values[name as keyof typeof values],
    ),
    content: filled,
    notes: fill(content.notes),
    ...(seconds !== undefined && { seconds }),
  };
}

/** The HTML of all slides. */
export function joinSlides(stacks: readonly (readonly BuiltSlide[])[]): string {
  const texts = stacks.map((stack) => {
    const slides = stack.map(({ html }) => html).join('');
    return stack.length > 1 ? `<section class="stack">\n${slides}</section>\n` : slides;
  });
  return texts.join('');
}
