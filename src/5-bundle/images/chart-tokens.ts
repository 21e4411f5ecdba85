import { declaredTokens, tokenValues } from '../styles/theme-tokens.ts';

/** The theme's values for chart images. Colors are referred to by token. */
export interface Tokens {
  /** The size of text, in slide pixels. */
  readonly size: number;
  /** The numbers of the tokens `--chart-1` … that the styles set, in ascending order. */
  readonly palette: readonly number[];
}

/** The minimum size of text on a slide, in slide pixels. */
const minSize = 18;
const defaultSize = 22;
/** Slide pixels per rem: images are drawn for a slide whose shorter side has 720 pixels. */
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
