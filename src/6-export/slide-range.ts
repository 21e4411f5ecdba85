import { ExportError, type SlideRange } from './exporter.ts';

/**
 * Parses ranges of slides: `3-7,12`; `5-` means up to the last slide.
 *
 * @returns `undefined` if the syntax is invalid
 */
export function parseSlideRanges(text: string): readonly SlideRange[] | undefined {
  const ranges = text.split(',').map((part): SlideRange | undefined => {
    const match = /^\s*(\d{1,6})\s*(?:(-)\s*(\d{1,6})?)?\s*$/.exec(part);
    if (!match) return undefined;
    const from = Number(match[1]);
    const to =
      match[3] === undefined ? (match[2] ? Number.POSITIVE_INFINITY : from) : Number(match[3]);
    return from >= 1 && to >= from ? { from, to, text: part.trim() } : undefined;
  });
  return ranges.every((range) => range !== undefined) ? ranges : undefined;
}

/**
 * The numbers of the selected slides, in ascending order.
 *
 * @throws {ExportError} if a range is outside of the deck
 */
export function chooseSlides(
  ranges: readonly SlideRange[] | undefined,
  slideCount: number,
): readonly number[] {
  const all = Array.from({ length: slideCount }, (_, index) => index + 1);
  if (!ranges) return all;
  for (const { from, to, text } of ranges) {
    if (from <= slideCount && (to <= slideCount || to === Number.POSITIVE_INFINITY)) continue;
    const slides = slideCount === 1 ? 'one slide' : `${slideCount} slides`;
    throw new ExportError(
      `--slides ${text} is outside of the deck, which has ${slides}`,
      `its slides are ${slideCount === 1 ? '1' : `1-${slideCount}`}`,
    );
  }
  return all.filter((number) => ranges.some(({ from, to }) => from <= number && number <= to));
}
