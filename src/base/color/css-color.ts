import type { Ground } from '../../model/deck.ts';
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

/** Whether a text is a colour as CSS writes it: a name, `#123`, a function, or a variable of the theme. */
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
 * What can be read on a colour or a gradient: the text, black or white, that stands out against all
 * of it; `undefined` where the colours hang on the theme.
 */
export function groundOf(css: string): Ground | undefined {
  const colors = isGradient(css) ? stopsOf(css) : [parseColor(css)];
  const [first, ...rest] = colors.filter((color) => color !== undefined);
  if (!first || rest.length + 1 < colors.length) return undefined;
  const worst = (text: Color): number =>
    Math.min(...[first, ...rest].map((color) => contrastOf(color, text)));
  const isDark = worst(white) >= worst(black);
  // Beyond these, a theme's own text and accent, which are neither black nor white, stand out as well.
  const isMiddle = isDark ? worst(white) < 8 : worst(black) < 14.5;
  const tone = isDark ? 'dark' : 'light';
  if (!isGradient(css)) return { tone, isMiddle };
  const mean = rest.reduce<Color>((sum, color, i) => mixColors(color, sum, 1 / (i + 2)), first);
  return { color: writeColor(mean), tone, isMiddle };
}

/** The colours of a gradient's stops; `undefined` for each that cannot be known. */
function stopsOf(css: string): readonly (Color | undefined)[] {
  const [, inner = ''] = gradient.exec(css) ?? [];
  const words = inner.match(/#[0-9a-f]+\b|[a-z-]+\((?:[^()]|\([^()]*\))*\)|[a-z-]+/gi) ?? [];
  return words.filter(isColor).map(parseColor);
}
