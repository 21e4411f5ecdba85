/** A color in sRGB: red, green and blue from 0 to 255, and its opacity from 0 to 1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

export const white: Rgba = [255, 255, 255, 1];
const black: Rgba = [0, 0, 0, 1];

let canvas: CanvasRenderingContext2D | null | undefined;
const known = new Map<string, Rgba>();

/** Converts a color as the browser computes it, of any color space, into sRGB. */
export function readColor(css: string): Rgba {
  const before = known.get(css);
  if (before) return before;
  const color = parseRgb(css) ?? convert(css);
  known.set(css, color);
  return color;
}

function parseRgb(css: string): Rgba | undefined {
  const [, inner] = /^rgba?\(([\d\s.,/%]+)\)$/.exec(css) ?? [];
  const parts = inner?.split(/[\s,/]+/).filter(Boolean) ?? [];
  if (parts.length < 3 || parts.some((part) => part.endsWith('%'))) return undefined;
  const [r = 0, g = 0, b = 0, alpha = 1] = parts.map(Number);
  return [r, g, b, alpha];
}

/** A canvas converts what else CSS knows. */
function convert(css: string): Rgba {
  canvas ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) return black;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = 'transparent';
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b, alpha / 255];
}

/** The colors in a computed value, such as that of a gradient. */
export function colorsIn(css: string): readonly Rgba[] {
  const found = css.match(/\b(?:rgba?|color|oklab|oklch|lab|lch|hsla?|hwb)\([^()]*\)/g) ?? [];
  return found.map(readColor);
}

/** The color that is seen where one is over another. */
export function composite([r, g, b, alpha]: Rgba, below: Rgba): Rgba {
  const rest = below[3] * (1 - alpha);
  const sum = alpha + rest;
  if (sum === 0) return [0, 0, 0, 0];
  const channel = (own: number, other: number) => (own * alpha + other * rest) / sum;
  return [channel(r, below[0]), channel(g, below[1]), channel(b, below[2]), sum];
}

export function withAlpha([r, g, b, alpha]: Rgba, factor: number): Rgba {
  return [r, g, b, alpha * factor];
}

export function mix(first: Rgba, second: Rgba, share: number): Rgba {
  const channel = (a: number, b: number) => a * share + b * (1 - share);
  return [
    channel(first[0], second[0]),
    channel(first[1], second[1]),
    channel(first[2], second[2]),
    channel(first[3], second[3]),
  ];
}

const linear = Array.from({ length: 256 }, (_, value) => toLinear(value / 255));

function toLinear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** The relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance([r, g, b]: Rgba): number {
  const of = (value: number) => linear[Math.round(value)] ?? 1;
  return 0.2126 * of(r) + 0.7152 * of(g) + 0.0722 * of(b);
}

/** Linear sRGB, from 0 to 1. */
export function linearOf([r, g, b]: Rgba): readonly [number, number, number] {
  return [toLinear(r / 255), toLinear(g / 255), toLinear(b / 255)];
}

/** The contrast of two opaque colors, from 1 to 21. */
export function contrast(first: Rgba, second: Rgba): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export function hexOf([r, g, b]: Rgba): string {
  const digits = [r, g, b].map((value) => Math.round(value).toString(16).padStart(2, '0'));
  return `#${digits.join('')}`;
}

/**
 * The color nearest to another one that is readable on all of the given ones, between it and black or white.
 *
 * @returns `undefined` if neither black nor white is readable on them
 */
export function readableNear(
  color: Rgba,
  grounds: readonly Rgba[],
  wanted: number,
): Rgba | undefined {
  const isReadable = (each: Rgba) => grounds.every((ground) => contrast(each, ground) >= wanted);
  for (let share = 0.98; share >= 0; share -= 0.02) {
    const tries = [black, white].map(
      (end) => mix(color, end, share).map(Math.round) as unknown as Rgba,
    );
    const found = tries.find((each) => isReadable(each));
    if (found) return found;
  }
  return undefined;
}
