import type { BackgroundColor } from '../../model/deck.ts';
import { type Color, contrastOf, mixColors, parseColor, writeColor } from './color.ts';
import { namedColors } from './named-colors.ts';

export const colorNames: ReadonlySet<string> = new Set([
  ...namedColors.keys(),
  'transparent',
  'currentcolor',
]);

const hex = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const colorFunction = /^(?:(?:rgb|hsl)a?|hwb|lab|lch|oklab|oklch|color|color-mix|var)\([^;{}]*\)$/i;
const gradient = /^(?:repeating-)?(?:linear|radial|conic)-gradient\(([^;{}]*)\)$/i;

/** Whether a text is a CSS color: a name, `#123`, a function, or a variable of the theme. */
export function isColor(text: string): boolean {
  return colorNames.has(text.toLowerCase()) || hex.test(text) || colorFunction.test(text);
}

export function isGradient(text: string): boolean {
  return gradient.test(text);
}

const [black, white]: readonly [Color, Color] = [
  [0, 0, 0],
  [1, 1, 1],
];

/**
 * Finds the text, black or white, that is readable on a color or a gradient. Returns `undefined` if the
 * colors depend on the theme.
 */
export function readBackgroundColor(css: string): BackgroundColor | undefined {
  const colors = isGradient(css) ? stopsOf(css) : [parseColor(css)];
  const [first, ...rest] = colors.filter((color) => color !== undefined);
  if (!first || rest.length + 1 < colors.length) return undefined;
  const worst = (text: Color): number =>
    Math.min(...[first, ...rest].map((color) => contrastOf(color, text)));
  const isDark = worst(white) >= worst(black);
  // Above these contrasts, the text and accent colors of themes are readable, too.
  const isMiddle = isDark ? worst(white) < 8 : worst(black) < 14.5;
  const tone = isDark ? 'dark' : 'light';
  if (!isGradient(css)) return { tone, isMiddle };
  const mean = rest.reduce<Color>((sum, color, i) => mixColors(color, sum, 1 / (i + 2)), first);
  return { color: writeColor(mean), tone, isMiddle };
}

/** The colors of a gradient's stops; `undefined` for those that depend on the theme. */
function stopsOf(css: string): readonly (Color | undefined)[] {
  const [, inner = ''] = gradient.exec(css) ?? [];
  const words = inner.match(/#[0-9a-f]+\b|[a-z-]+\((?:[^()]|\([^()]*\))*\)|[a-z-]+/gi) ?? [];
  return words.filter(isColor).map(parseColor);
}
