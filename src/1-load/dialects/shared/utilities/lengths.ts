import { ownValue } from '../../../../base/own-value.ts';

/** Named widths of utility classes, in rem. */
const widths: Readonly<Record<string, number>> = {
  xs: 20,
  sm: 24,
  md: 28,
  lg: 32,
  xl: 36,
  '2xl': 42,
  '3xl': 48,
  '4xl': 56,
  '5xl': 64,
  '6xl': 72,
  '7xl': 80,
};

const words: Readonly<Record<string, string>> = {
  auto: 'auto',
  full: '100%',
  screen: '100%',
  min: 'min-content',
  max: 'max-content',
  fit: 'fit-content',
  none: 'none',
  px: '1px',
  prose: '65ch',
};

/**
 * Reads a length of a utility class: `4` is 16 pixels, `1/2` a half, `[10px]` and `10px` what they say.
 *
 * @param sign `-` for the negative length
 */
export function utilityLength(value: string, sign = ''): string | undefined {
  const own = /^\[([\w.%+*/(),-]+)\]$/.exec(value)?.[1]?.replaceAll('_', ' ');
  if (own !== undefined) return negative(own, sign);
  if (/^-?\d*\.?\d+$/.test(value)) return negative(pixels(Number(value) * 4), sign);
  if (/^-?\d*\.?\d+(?:px|rem|em|%|vw|vh|ch)$/.test(value)) return negative(inSlide(value), sign);
  const [, part, whole] = /^(\d+)\/(\d+)$/.exec(value) ?? [];
  if (part !== undefined) {
    return negative(`${round((Number(part) / Number(whole)) * 100)}%`, sign);
  }
  return ownValue(words, value);
}

/** A width, which may also have a name such as `md`. */
export function utilityWidth(value: string): string | undefined {
  const rem = ownValue(widths, value);
  return rem === undefined ? utilityLength(value) : pixels(rem * 16);
}

/** The size of a slide is that of the canvas of its tool in pixels; rem is 16 of them. */
export function inSlide(length: string): string {
  const [, value = '', unit] = /^(-?\d*\.?\d+)(rem|vw|vh)$/.exec(length) ?? [];
  if (unit === 'rem') return pixels(Number(value) * 16);
  return unit === undefined ? length : `${value}%`;
}

export function pixels(value: number): string {
  return `${round(value)}px`;
}

function round(value: number): number {
  return Number(value.toFixed(3));
}

function negative(length: string, sign: string): string {
  if (sign === '') return length;
  return length.startsWith('-') ? length.slice(1) : `-${length}`;
}
