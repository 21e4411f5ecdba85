import {
  type Color,
  contrastOf,
  mixColors,
  parseColor,
  writeColor,
} from '../../base/color/color.ts';
import { resolveColor, type ThemeTokens } from './theme-tokens.ts';

const [black, white]: readonly [Color, Color] = [
  [0, 0, 0],
  [1, 1, 1],
];

/** WCAG AA for text; also for charts, where series are labeled in their own colors. */
const textContrast = 4.5;

/** The extremes of the authors' backgrounds on which text is neither black nor white. */
export const lightestDark: Color = [0.314, 0.314, 0.314];
export const darkestLight: Color = [0.839, 0.839, 0.839];

/** Accent tokens, each with the background that it must be readable on. */
const accents = [
  ['--color-accent', 'var(--color-background)'],
  ['--cover-accent', 'var(--cover-background)'],
  ['--section-accent', 'var(--section-background)'],
  ['--dark-accent', writeColor(lightestDark)],
  ['--light-accent', writeColor(darkestLight)],
] as const;

/**
 * Tokens that apply the author's brand colors to a theme. The accents take these colors, made lighter or
 * darker if they are not readable. `--brand-1` and `--brand-2` are the unchanged colors for areas, and
 * `--on-brand-1` and `--on-brand-2` the colors of text on them.
 *
 * @param colors one or two, opaque
 */
export function brandTokens(colors: readonly string[], theme: ThemeTokens): ThemeTokens {
  const brand = colors.map(parseColor).filter((color) => color !== undefined);
  const [first, second = first] = brand;
  if (!first || !second) return new Map();
  const areas = new Map([
    ['--brand-1', writeColor(first)],
    ['--on-brand-1', writeColor(textOn(first))],
    ['--brand-2', writeColor(second)],
    ['--on-brand-2', writeColor(textOn(second))],
  ]);
  const tokens = new Map([...theme, ...areas]);
  const colorOf = (css: string): Color => resolveColor(css, tokens) ?? white;
  for (const [accent, background] of accents) {
    areas.set(accent, writeColor(standOut(brand, [colorOf(background)])));
  }
  const page = colorOf('var(--color-background)');
  for (const [i, color] of brand.entries()) {
    areas.set(`--chart-${i + 1}`, writeColor(standOut([color], [page])));
  }
  return areas;
}

/** White if it is readable, as on most brand colors; else black. */
function textOn(background: Color): Color {
  return contrastOf(white, background) >= textContrast ? white : black;
}

/**
 * The first color with enough contrast to all backgrounds; else the one with the highest contrast, changed
 * as little as possible.
 */
export function standOut(
  colors: readonly Color[],
  backgrounds: readonly Color[],
  contrast = textContrast,
): Color {
  const worst = (color: Color): number =>
    Math.min(...backgrounds.map((background) => contrastOf(color, background)));
  const fit = colors.find((color) => worst(color) >= contrast);
  if (fit) return fit;
  const end = worst(white) > worst(black) ? white : black;
  const [nearest = end] = colors.toSorted((a, b) => worst(b) - worst(a));
  for (let share = 0.96; share > 0; share -= 0.04) {
    const changed = mixColors(nearest, end, share);
    // Rounding in `writeColor` may lose a little contrast.
    if (worst(changed) >= contrast + 0.05) return changed;
  }
  return end;
}
