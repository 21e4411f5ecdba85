/** Fonts, colors and sizes of a chart. Lengths are in the pixels that it is drawn in, colors are CSS. */
export interface ChartStyle {
  readonly font: string;
  readonly size: number;
  /** The length of a slide pixel; widths of lines and radii of points are multiples of it. */
  readonly unit: number;
  readonly text: string;
  /** Highlighted text. */
  readonly strong: string;
  readonly grid: string;
  readonly background: string;
  readonly muted: string;
  readonly highlight: string;
  /** At least one color. */
  readonly palette: readonly string[];
  readonly width: number;
  readonly height: number;
  /** The duration of animations, in milliseconds. */
  readonly duration: number;
  /** The width of a line of text. */
  readonly measure: (text: string, weight: Weight) => number;
}

export type Weight = 'normal' | 'bold';

/** Font weights in charts; `bold` is as heavy as strong text in the themes. */
export const weights: Readonly<Record<Weight, number>> = { normal: 400, bold: 600 };

/** The line height, in multiples of the text size. */
export const leading = 1.18;

/** The lowest chart with text of the usual size, in multiples of that size. */
const lowest = 5.3;

/** The text size of a chart of this height: smaller in a low one, so that there is room for its shapes. */
export function textSize(usual: number, height: number): number {
  return Math.min(usual, Math.round((height / lowest) * 10) / 10);
}

/** A font in the format of Chart.js. */
export function fontOf({ font, size }: ChartStyle, weight: Weight = 'normal') {
  return { family: font, size, weight: weights[weight], lineHeight: leading };
}

/** A font in the format of `CanvasRenderingContext2D.font`. */
export function cssFont({ font, size }: Pick<ChartStyle, 'font' | 'size'>, weight: Weight): string {
  return `${weights[weight]} ${size}px ${font}`;
}

export function widest(texts: readonly string[], style: ChartStyle, weight: Weight): number {
  return Math.max(0, ...texts.map((text) => style.measure(text, weight)));
}

/** The color of series or slice `index`; after the end of the palette, it repeats in lighter colors. */
export function paletteColor(index: number, { palette, background, text }: ChartStyle): string {
  const color = palette[index % palette.length] ?? text;
  return index < palette.length ? color : mix(color, 62, background);
}

/** The color of an item while another one is highlighted. */
export function dim(color: string, { muted }: ChartStyle): string {
  return mix(color, 30, muted);
}

/** @param share the share of `color`, in percent */
export function mix(color: string, share: number, other = 'transparent'): string {
  return `color-mix(in srgb, ${color} ${share}%, ${other})`;
}
