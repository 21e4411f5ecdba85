import type { BackgroundColor } from '../../model/deck.ts';
import { loadsFile } from '../safe-html/css-loads.ts';
import {
  type Color,
  composite,
  contrastOf,
  mixColors,
  parseTranslucent,
  type Translucent,
  writeColor,
  writeTranslucent,
} from './color.ts';
import { namedColors } from './named-colors.ts';

export const colorNames: ReadonlySet<string> = new Set([
  ...namedColors.keys(),
  'transparent',
  'currentcolor',
]);

const hex = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const colorFunction =
  /^(?:(?:rgb|hsl)a?|hwb|lab|lch|oklab|oklch|color|color-mix|var)\([^;{}"'\\]*\)$/i;
const gradient = /^(?:repeating-)?(?:linear|radial|conic)-gradient\(([^;{}"'\\]*)\)$/i;

/** Whether a text is a CSS color: a name, `#123`, a function, or a variable of the theme. */
export function isColor(text: string): boolean {
  if (colorNames.has(text.toLowerCase()) || hex.test(text)) return true;
  return colorFunction.test(text) && isOneFunction(text) && !loadsFile(text);
}

export function isGradient(text: string): boolean {
  return gradient.test(text) && !loadsFile(text);
}

/** Whether the first parenthesis closes at the end. */
function isOneFunction(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at === text.length - 1;
  }
  return false;
}

const [black, white]: readonly [Color, Color] = [
  [0, 0, 0],
  [1, 1, 1],
];

/** WCAG AA for text. */
export const textContrast = 4.5;
/** The lowest contrast of the parts of a drawing, by WCAG 2.2, 1.4.11. */
export const graphicContrast = 3;

/** Resolves a CSS color; `undefined` if it is not known. */
export type ResolveColor = (css: string) => Translucent | undefined;

interface Surroundings {
  readonly resolve: ResolveColor;
  /** The color under a translucent background. */
  readonly below?: Color;
  /** Whether a gradient may be dimmed. */
  readonly mayDim: boolean;
}

/**
 * Finds the text, black or white, that is readable on a color or a gradient. Where neither is, on a gradient
 * from dark to light, the gradient is dimmed until one is. Returns `undefined` if a color is not known.
 */
export function readBackgroundColor(
  css: string,
  { resolve, below, mayDim }: Surroundings,
): BackgroundColor | undefined {
  const colors = groundsOf(css, resolve, below);
  if (!colors) return undefined;
  const worst = (text: Color): number =>
    Math.min(...colors.map((color) => contrastOf(color, text)));
  const isDark = worst(white) >= worst(black);
  // Above these contrasts, the text and accent colors of themes are readable, too.
  const isMiddle = isDark ? worst(white) < 9 : worst(black) < 14.5;
  const [text, shade] = isDark ? [white, black] : [black, white];
  const dim = { color: shade, alpha: mayDim ? dimness(colors, text, shade) : 0 };
  const isOpaque = resolveAll(css, resolve).every((color) => color?.alpha === 1);
  const isPainted = !isOpaque || dim.alpha > 0;
  const ground = mean(colors.map((color) => composite(dim, color)));
  return {
    ...(isPainted && { css: isGradient(css) ? layers(css, dim, below) : writeColor(ground) }),
    ...(isGradient(css) && { color: writeColor(ground) }),
    tone: isDark ? 'dark' : 'light',
    isMiddle,
  };
}

/**
 * The colors that a background has behind its text.
 *
 * @param below the color under a translucent background
 * @returns `undefined` if one of them is not known
 */
export function groundsOf(
  css: string,
  resolve: ResolveColor,
  below: Color | undefined,
): readonly Color[] | undefined {
  const found = resolveAll(css, resolve);
  const colors = found.flatMap((color) => {
    if (!color || (color.alpha < 1 && !below)) return [];
    return [below ? composite(color, below) : color.color];
  });
  return colors.length > 0 && colors.length === found.length ? colors : undefined;
}

function resolveAll(css: string, resolve: ResolveColor): readonly (Translucent | undefined)[] {
  return isGradient(css) ? stopsOf(css).map(resolve) : [resolve(css)];
}

/** How much of a shade has to be over a gradient so that text is readable on all of its colors, from 0 to 1. */
function dimness(colors: readonly Color[], text: Color, shade: Color): number {
  const isReadable = (alpha: number, least: number): boolean =>
    colors.every((color) => contrastOf(composite({ color: shade, alpha }, color), text) >= least);
  // On a single color, black or white always has enough contrast.
  if (colors.length === 1 || isReadable(0, textContrast)) return 0;
  // Rounding may lose a little contrast.
  const percents = Array.from({ length: 100 }, (_, i) => i + 1);
  return (percents.find((each) => isReadable(each / 100, textContrast + 0.1)) ?? 100) / 100;
}

/** A gradient with what dims it above, and an opaque color below. */
function layers(css: string, dim: Translucent, below: Color | undefined): string {
  const shade = writeTranslucent(dim);
  const over = dim.alpha > 0 ? [`linear-gradient(${shade}, ${shade})`] : [];
  return [...over, css, ...(below ? [writeColor(below)] : [])].join(', ');
}

function mean([first = black, ...rest]: readonly Color[]): Color {
  return rest.reduce<Color>((sum, color, i) => mixColors(color, sum, 1 / (i + 2)), first);
}

/** Replaces the colors in a background that depend on a theme with what they are there. */
export function resolveBackground(css: string, resolve: ResolveColor): string {
  const write = (color: string): string => {
    const found = parseTranslucent(color) ? undefined : resolve(color);
    return found ? writeTranslucent(found) : color;
  };
  if (!isGradient(css)) return write(css);
  return stopsOf(css).reduce((text, stop) => text.replace(stop, () => write(stop)), css);
}

/** The colors of a gradient's stops, as written. */
function stopsOf(css: string): readonly string[] {
  const [, inner = ''] = gradient.exec(css) ?? [];
  const words = inner.match(/#[0-9a-f]+\b|[a-z-]+\((?:[^()]|\([^()]*\))*\)|[a-z-]+/gi) ?? [];
  return words.filter(isColor);
}
