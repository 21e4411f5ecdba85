import { type ColorVariant, variantsOf } from '../../../1-load/template/office-color.ts';
import { contrast } from '../../../1-load/template/slide-colors.ts';
import { luminanceOf } from '../../../base/color/color.ts';
import { ownValue } from '../../../base/own-value.ts';
import { element, type Xml } from '../xml.ts';
import { hexOf, type SlideStyle } from './style.ts';

const accents = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const;

/** The names of colors on slides: background and text, areas and accent, series, links. */
const schemeNames = ['tx1', 'bg1', 'tx2', 'bg2', ...accents, 'hlink', 'folHlink'] as const;
export type SchemeName = (typeof schemeNames)[number];

type SchemeColors = Readonly<Record<SchemeName, string>>;

/** The color scheme of slides. */
export class Scheme {
  /** Six hexadecimal digits by name. */
  readonly colors: SchemeColors;
  /** Whether the background is darker than the text. */
  readonly isDark: boolean;
  /** The lighter and darker variants of a template's colors. */
  readonly #variants: ReadonlyMap<string, ColorVariant> | undefined;

  constructor(colors: SchemeColors, isDark: boolean, variants?: ReadonlyMap<string, ColorVariant>) {
    this.colors = colors;
    this.isDark = isDark;
    this.#variants = variants;
  }

  /**
   * A color, by its name if the scheme has it.
   *
   * @param preferred if it has that color, too
   */
  write(hex: string, preferred?: SchemeName, opacity = 1): Xml {
    const name =
      preferred && this.colors[preferred] === hex
        ? preferred
        : schemeNames.find((each) => this.colors[each] === hex);
    const alpha = opacity < 1 && element('a:alpha', { val: Math.round(opacity * 100_000) });
    if (name) return element('a:schemeClr', { val: name }, alpha);
    const variant = this.#variants?.get(hex);
    if (!variant) return element('a:srgbClr', { val: hex }, alpha);
    return element(
      'a:schemeClr',
      { val: variant.name },
      element('a:lumMod', { val: variant.mod * 1000 }),
      variant.off > 0 && element('a:lumOff', { val: variant.off * 1000 }),
      alpha,
    );
  }

  /**
   * The color of a series as the template has it, unlike the one that text can have.
   *
   * @returns `undefined` if it could not be seen, or if this is no template's
   */
  writeSeries(name: SchemeName | undefined, background: string): Xml | undefined {
    if (!this.#variants || !accents.some((accent) => accent === name) || !name) return undefined;
    const isSeen = contrast(this.colors[name], background) >= leastContrast;
    return isSeen ? element('a:schemeClr', { val: name }) : undefined;
  }
}

const leastContrast = 1.3;

/** The color scheme of the file, from the tokens of ordinary slides. */
export function schemeOfStyle(style: SlideStyle): Scheme {
  const [first, ...series] = [1, 2, 3, 4, 5, 6].map((number) => style.color(`--chart-${number}`));
  const [second = '', third = '', fourth = '', fifth = '', sixth = ''] = series;
  const isDark =
    luminanceOf(style.rgb('--color-background')) < luminanceOf(style.rgb('--color-text'));
  const colors = {
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
  return new Scheme(colors, isDark);
}

/** The color scheme of a template's slides. @param scheme its colors by the names that slides use */
export function schemeOfTemplate(scheme: ReadonlyMap<string, string>): Scheme {
  const named = schemeNames.map((name) => [name, scheme.get(name) ?? '000000'] as const);
  const colors: Record<string, string> = Object.fromEntries(named);
  const variants = new Map<string, ColorVariant>();
  for (const name of schemeNames) {
    for (const { hex, ...variant } of variantsOf(name, scheme)) {
      if (!variants.has(hex)) variants.set(hex, variant);
    }
  }
  return new Scheme(colors as SchemeColors, false, variants);
}

const tokenNames: Readonly<Record<string, SchemeName>> = {
  '--color-background': 'bg1',
  '--color-text': 'tx1',
  '--color-heading': 'tx1',
  '--color-title': 'tx1',
  '--color-surface': 'bg2',
  '--color-accent': 'tx2',
  '--color-link': 'hlink',
  '--color-muted': 'folHlink',
};

/** The name in the scheme that a token has. */
export function parseColorName(css: string): SchemeName | undefined {
  const token = /^(?:var\()?(--[\w-]+)\)?$/.exec(css)?.[1] ?? '';
  const [, series] = /^--chart-([1-6])$/.exec(token) ?? [];
  return series === undefined ? ownValue(tokenNames, token) : accents[Number(series) - 1];
}
