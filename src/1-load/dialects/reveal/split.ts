import { TimeLimitError, withTimeLimit } from '../../../base/time/time-limit.ts';

/** The regular expressions that divide a text into slides, as their authors wrote them. */
export interface Separators {
  readonly horizontal: string;
  readonly vertical?: string | undefined;
}

/** A slide in the author's text. */
export interface SlideRange {
  /** Where the separator before it begins; that of the first slide is empty. */
  readonly breakStart: number;
  readonly start: number;
  readonly end: number;
  /** Whether it is below the slide before it. */
  readonly isBelow: boolean;
}

/** In milliseconds; usual decks need one. */
const timeLimit = 250;

/**
 * Divides a text at all matches of the separators, also those in code, as reveal.js does.
 *
 * @param start where the slides begin in the text
 * @returns `undefined` if the separators take too long, or match the empty text
 */
export function splitSlides(
  text: string,
  start: number,
  separators: Separators,
): readonly SlideRange[] | undefined {
  try {
    return withTimeLimit(timeLimit, () => split(text, start, separators));
  } catch (error) {
    if (error instanceof TimeLimitError) return undefined;
    throw error;
  }
}

function split(
  text: string,
  start: number,
  { horizontal, vertical }: Separators,
): readonly SlideRange[] | undefined {
  const either = new RegExp(vertical ? `${horizontal}|${vertical}` : horizontal, 'mg');
  const isHorizontal = new RegExp(horizontal);
  const body = text.slice(start);
  const slides: SlideRange[] = [];
  let slide = { breakStart: start, start, isBelow: false };
  for (let match = either.exec(body); match; match = either.exec(body)) {
    const [separator] = match;
    if (separator === '') return undefined;
    const breakStart = start + match.index;
    slides.push({ ...slide, end: breakStart });
    const isBelow = !isHorizontal.test(separator);
    slide = { breakStart, start: breakStart + separator.length, isBelow };
  }
  return [...slides, { ...slide, end: text.length }];
}

/**
 * A pattern for texts whose lines end in LF. In YAML and HTML, a backslash may stand before another one.
 *
 * @returns `undefined` if it is not a regular expression
 */
export function separatorPattern(written: string): string | undefined {
  const pattern = written.replace(/\\r(?![?*+{])|\r(?![?*+{])/g, '\\r?').replaceAll('\n', '\\n');
  try {
    new RegExp(pattern, 'mg');
    return pattern;
  } catch {
    return undefined;
  }
}
