import { isColor } from '../../../base/color/css-color.ts';

/** Colors that stand for those of the theme in what Graphviz lays out. */
export const themeColors = { line: '#010101', text: '#010102', fill: '#010103' } as const;

/** What a color of a drawing is: a color of the theme, or the author's, as CSS. */
export type Tint = 'line' | 'text' | 'fill' | 'none' | { readonly css: string };

const cssFunction =
  /\b(?:var|rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\brebeccapurple\b/gi;

/** Replaces colors that only CSS has by colors that Graphviz reads, and the other way around. */
export class Palette {
  readonly #colors: string[] = [];

  /** Encodes the CSS colors in a value: a color, or a list of colors. */
  encode(value: string): string {
    return value.replace(cssFunction, (css) => {
      if (!isColor(css)) return css;
      const known = this.#colors.indexOf(css);
      const index = known >= 0 ? known : this.#colors.push(css) - 1;
      return `#02${index.toString(16).padStart(4, '0')}`;
    });
  }

  /** @param color as `#rrggbb` or `#rrggbbaa` */
  decode(color: string): Tint {
    const [hex, alpha] = [color.slice(0, 7), color.slice(7)];
    if (alpha === '00') return 'none';
    const named = (['line', 'text', 'fill'] as const).find((name) => themeColors[name] === hex);
    if (named) return named;
    const css = hex.startsWith('#02') ? this.#colors[Number.parseInt(hex.slice(3), 16)] : undefined;
    return { css: css ?? color };
  }
}
