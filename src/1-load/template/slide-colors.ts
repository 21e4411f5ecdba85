import { contrastOf } from '../../base/color/color.ts';
import { type ColorScheme, colorOf, variantsOf } from './office-color.ts';

/** The colors of a slide, each a color of the scheme or a variant of one, as six hexadecimal digits. */
export interface SlideColors {
  readonly background: string;
  readonly text: string;
  readonly heading: string;
  readonly muted: string;
  /** Of points in charts that are not highlighted. */
  readonly faint: string;
  readonly line: string;
  readonly surface: string;
  readonly accent: string;
  readonly link: string;
  /** Of six series. */
  readonly series: readonly string[];
}

export const textContrast = 4.5;

/**
 * The colors of slides with a background: those of the scheme, made darker or lighter where they would be hard to
 * read.
 */
export function slideColors(
  scheme: ColorScheme,
  background: string,
  wanted: { readonly text: string; readonly heading: string },
): SlideColors {
  const text = readableText(wanted.text, background, scheme);
  const name = text === scheme.get('bg1') ? 'bg1' : 'tx1';
  const area = background === scheme.get('tx1') ? 'tx1' : 'bg1';
  const towards = scheme.get(name) === text ? variantsOf(name, scheme) : [{ hex: text }];
  const areas = scheme.get(area) === background ? variantsOf(area, scheme) : [{ hex: background }];
  return {
    background,
    text,
    heading: readableText(wanted.heading, background, scheme),
    muted: nearest(towards, background, 5.5) ?? text,
    faint: nearest(towards, background, 3) ?? text,
    line: nearest(areas, background, 1.35) ?? text,
    surface: nearest(areas, background, 1.08) ?? background,
    accent: readable('accent1', scheme, background) ?? text,
    link: readable('hlink', scheme, background) ?? text,
    series: [1, 2, 3, 4, 5, 6].map(
      (number) => readable(`accent${number}`, scheme, background) ?? text,
    ),
  };
}

/** The color itself if it can be read; else the text color of the scheme that can be read best. */
export function readableText(hex: string, background: string, scheme: ColorScheme): string {
  if (contrast(hex, background) >= textContrast) return hex;
  const names = ['tx1', 'bg1', 'tx2', 'bg2', 'dk1', 'lt1'];
  const candidates = [...names.map((name) => scheme.get(name) ?? '000000'), '000000', 'FFFFFF'];
  const fit = candidates.find((each) => contrast(each, background) >= textContrast);
  return (
    fit ??
    candidates.toSorted((a, b) => contrast(b, background) - contrast(a, background))[0] ??
    hex
  );
}

/** The variant of a color that differs least from it and can be read; `undefined` if none can. */
export function readable(
  name: string,
  scheme: ColorScheme,
  background: string,
  least = textContrast,
): string | undefined {
  return variantsOf(name, scheme).find(({ hex }) => contrast(hex, background) >= least)?.hex;
}

/** The color with the least contrast that is enough. */
function nearest(
  variants: readonly { readonly hex: string }[],
  background: string,
  least: number,
): string | undefined {
  const enough = variants.filter(({ hex }) => contrast(hex, background) >= least);
  return enough.toSorted((a, b) => contrast(a.hex, background) - contrast(b.hex, background))[0]
    ?.hex;
}

export function contrast(a: string, b: string): number {
  return contrastOf(colorOf(a), colorOf(b));
}
