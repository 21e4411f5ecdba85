import {
  type Color,
  composite,
  contrastOf,
  mixColors,
  writeColor,
} from '../../base/color/color.ts';
import { graphicContrast, textContrast } from '../../base/color/css-color.ts';
import { backgroundOf, resolveOn, type SlideTokens } from './slide-tokens.ts';

const [black, white]: readonly [Color, Color] = [
  [0, 0, 0],
  [1, 1, 1],
];

/** The tokens of colored text. Muted text has the color of the text there; see themes/base.css. */
const coloredText = ['--color-heading', '--color-link', '--color-accent'];

/** The tokens of the parts of charts, and of the branches of diagrams. */
const chartColors = [
  ...[1, 2, 3, 4, 5, 6].map((number) => `--chart-${number}`),
  '--chart-highlight',
  '--chart-muted',
];

/**
 * The colors that may be behind text, at most, where an image of any colors is over or under a color.
 *
 * @param alpha the opacity of the image
 */
export function extremesOf(alpha: number, below: Color): readonly Color[] {
  return [black, white].map((color) => composite({ color, alpha }, below));
}

/**
 * The declarations that mix the text color into colored text and the parts of charts on a slide, as far as
 * they cannot be seen over an image of any colors.
 *
 * @param alpha the opacity of the image
 */
export function colorsOverImage(tokens: SlideTokens, alpha: number, hasSeries: boolean): string {
  const [below, text] = [backgroundOf(tokens), resolveOn(tokens, 'var(--color-text)')];
  if (!below || !text) return '';
  const behind = extremesOf(alpha, below);
  const mixed = [
    ...coloredText.map((name) => [name, textContrast] as const),
    ...(hasSeries ? chartColors.map((name) => [name, graphicContrast] as const) : []),
  ];
  return mixed
    .flatMap(([name, least]) => {
      const own = resolveOn(tokens, `var(${name})`);
      const color = own && readableMix(composite(own, below), text.color, behind, least);
      return color === undefined ? [] : [`${name}:${color}`];
    })
    .join(';');
}

/** @returns `undefined` if the color is readable as it is */
function readableMix(
  own: Color,
  text: Color,
  behind: readonly Color[],
  least: number,
): string | undefined {
  for (let share = 100; share > 0; share -= 5) {
    const color = mixColors(own, text, share / 100);
    if (behind.every((each) => contrastOf(color, each) >= least + rounding)) {
      return share === 100 ? undefined : writeColor(color);
    }
  }
  return writeColor(text);
}

/** Written with 8 bits, a mix may have less contrast. */
const rounding = 0.05;
