import { declaredTokens, tokenValues } from '../styles/theme-tokens.ts';

/** What a picture of a chart must know of its theme; colours it names by their tokens. */
export interface Tokens {
  /** Of text, in slide pixels. */
  readonly size: number;
  /** The numbers of the tokens `--chart-1` … that the styles set, rising. */
  readonly palette: readonly number[];
}

/** No text on a slide is smaller, in slide pixels. */
const minSize = 18;
const defaultSize = 22;
/** Slide pixels in a rem, on a slide of 720 pixels; pictures are drawn for such a one. */
const rem = 16;

export function tokensOf(css: string): Tokens {
  const sizes = tokenValues(css, '--chart-size').flatMap((value) => {
    return /^([\d.]+)rem/.exec(value)?.[1] ?? [];
  });
  const size = sizes.at(-1);
  const numbers = declaredTokens(css).flatMap(([name]) => {
    const [, number] = /^--chart-(\d)$/.exec(name) ?? [];
    return number === undefined ? [] : Number(number);
  });
  return {
    size: Math.max(minSize, size === undefined ? defaultSize : Number(size) * rem),
    palette: [...new Set(numbers)].sort(),
  };
}
