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

/** WCAG's AA for text; in charts, lines have their names in their own colours. */
const textContrast = 4.5;

/** Of the grounds that authors choose, the last that have other text than black or white. */
export const lightestDark: Color = [0.314, 0.314, 0.314];
export const darkestLight: Color = [0.839, 0.839, 0.839];

/** Each token that stands out from a ground, and that ground. */
const accents = [
  ['--color-accent', 'var(--color-background)'],
  ['--cover-accent', 'var(--cover-background)'],
  ['--section-accent', 'var(--section-background)'],
  ['--dark-accent', writeColor(lightestDark)],
  ['--light-accent', writeColor(darkestLight)],
] as const;

/**
 * Tokens that bring the author's own colours into a theme. Its accents become these colours: as they
 * are where they can be read, else lighter or darker until they can. For areas there are `--brand-1`
 * and `--brand-2`, unchanged, and `--on-brand-1` and `--on-brand-2` for the text on them.
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
  const groundOf = (css: string): Color => resolveColor(css, tokens) ?? white;
  for (const [accent, ground] of accents) {
    areas.set(accent, writeColor(standOut(brand, [groundOf(ground)])));
  }
  const page = groundOf('var(--color-background)');
  for (const [i, color] of brand.entries()) {
    areas.set(`--chart-${i + 1}`, writeColor(standOut([color], [page])));
  }
  return areas;
}

/** White where it can be read, as on most colours of a house; else black, which then can. */
function textOn(ground: Color): Color {
  return contrastOf(white, ground) >= textContrast ? white : black;
}

/**
 * The first colour that has the contrast to all of the grounds; else the one that comes nearest,
 * changed as little as need be.
 */
export function standOut(
  colors: readonly Color[],
  grounds: readonly Color[],
  contrast = textContrast,
): Color {
  const worst = (color: Color): number =>
    Math.min(...grounds.map((ground) => contrastOf(color, ground)));
  const fit = colors.find((color) => worst(color) >= contrast);
  if (fit) return fit;
  const end = worst(white) > worst(black) ? white : black;
  const [nearest = end] = colors.toSorted((a, b) => worst(b) - worst(a));
  for (let share = 0.96; share > 0; share -= 0.04) {
    const changed = mixColors(nearest, end, share);
    // A little more than asked for, which is lost when the colour is written.
    if (worst(changed) >= contrast + 0.05) return changed;
  }
  return end;
}
