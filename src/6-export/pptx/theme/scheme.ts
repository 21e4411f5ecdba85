import { luminanceOf } from '../../../base/color/color.ts';
import { hexOf, type SlideStyle } from './style.ts';

const accents = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const;

/** The names of colors on slides: background and text, areas and accent, series, links. */
const schemeNames = ['tx1', 'bg1', 'tx2', 'bg2', ...accents, 'hlink', 'folHlink'] as const;
export type SchemeName = (typeof schemeNames)[number];

/** The color scheme of the file, from the tokens of ordinary slides. */
export class Scheme {
  /** Six hexadecimal digits by name. */
  readonly colors: Readonly<Record<SchemeName, string>>;
  /** Whether the background is darker than the text. */
  readonly isDark: boolean;

  constructor(style: SlideStyle) {
    const [first, ...series] = [1, 2, 3, 4, 5, 6].map((number) => style.color(`--chart-${number}`));
    const [second = '', third = '', fourth = '', fifth = '', sixth = ''] = series;
    this.isDark =
      luminanceOf(style.rgb('--color-background')) < luminanceOf(style.rgb('--color-text'));
    this.colors = {
      bg1: style.color('--color-background'),
      tx1: style.color('--color-text'),
      bg2: style.color('--color-surface'),
      tx2: style.color('--color-accent'),
      accent1: first ?? hexOf([0, 0, 0]),
      accent2: second,
      accent3: third,
      accent4: fourth,
      accent5: fifth,
      accent6: sixth,
      hlink: style.color('--color-link'),
      folHlink: style.color('--color-muted'),
    };
  }

  /**
   * The name of a color.
   *
   * @param preferred if it has that color, too
   * @returns `undefined` if the scheme does not have it
   */
  nameOf(hex: string, preferred?: SchemeName): SchemeName | undefined {
    if (preferred && this.colors[preferred] === hex) return preferred;
    return schemeNames.find((name) => this.colors[name] === hex);
  }
}

const tokenNames: Readonly<Record<string, SchemeName>> = {
  '--color-background': 'bg1',
  '--color-text': 'tx1',
  '--color-heading': 'tx1',
  '--color-surface': 'bg2',
  '--color-accent': 'tx2',
  '--color-link': 'hlink',
  '--color-muted': 'folHlink',
};

/** The name in the scheme that a token has. */
export function parseColorName(css: string): SchemeName | undefined {
  const token = /^(?:var\()?(--[\w-]+)\)?$/.exec(css)?.[1] ?? '';
  const [, series] = /^--chart-([1-6])$/.exec(token) ?? [];
  return series === undefined ? tokenNames[token] : accents[Number(series) - 1];
}
