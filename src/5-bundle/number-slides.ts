import type { BuiltSlide } from '../model/page.ts';
import {
  numberMarks,
  type RenderedDeck,
  type RenderedSlide,
  type SlideContent,
} from '../model/rendered.ts';

/** A slide's HTML at a place in a deck. */
interface Numbered {
  readonly place: string;
  readonly built: BuiltSlide;
}

const known = new WeakMap<SlideContent, Numbered>();

export function contentsOf({ stacks }: RenderedDeck): readonly SlideContent[] {
  return stacks.flat().map(({ content }) => content);
}

/**
 * Writes the number and the planned time of each slide into its HTML.
 *
 * @param contents of all slides, in their order
 * @returns the slides in their stacks
 */
export function numberSlides(
  { stacks }: RenderedDeck,
  contents: readonly SlideContent[],
): readonly (readonly BuiltSlide[])[] {
  const total = contents.length;
  const rest = contents.values();
  return stacks.map((stack) =>
    stack.flatMap((slide) => {
      const { value } = rest.next();
      return value ? [numberSlide(slide, total, value)] : [];
    }),
  );
}

function numberSlide(
  { number, seconds }: RenderedSlide,
  total: number,
  content: SlideContent,
): BuiltSlide {
  const place = [number, total, seconds].join();
  const before = known.get(content);
  if (before?.place === place) return before.built;
  const values = {
    number: String(number),
    total: String(total),
    seconds: seconds === undefined ? '' : ` data-seconds="${seconds}"`,
  } as const;
  const html = (['number', 'total', 'seconds'] as const).reduce(
    (text, name) => text.replaceAll(numberMarks[name], values[name]),
    content.html,
  );
  const built = { html, content: content.html, ...(seconds !== undefined && { seconds }) };
  known.set(content, { place, built });
  return built;
}

/** The slides as they stand in the page. */
export function joinSlides(stacks: readonly (readonly BuiltSlide[])[]): string {
  const texts = stacks.map((stack) => {
    const slides = stack.map(({ html }) => html).join('');
    return stack.length > 1 ? `<section class="stack">\n${slides}</section>\n` : slides;
  });
  return texts.join('');
}
