/** How charts look where one stands. Lengths in its own pixels, colours as CSS writes them. */
export interface ChartLook {
  readonly font: string;
  readonly size: number;
  /** The length of a slide's pixel: what lines and dots are multiples of. */
  readonly unit: number;
  readonly text: string;
  /** Text that is set apart. */
  readonly strong: string;
  readonly grid: string;
  readonly ground: string;
  readonly muted: string;
  readonly highlight: string;
  /** At least one. */
  readonly palette: readonly string[];
  readonly width: number;
  readonly height: number;
  /** How long a chart takes to come, in milliseconds. */
  readonly duration: number;
  /** The width of a line of text. */
  readonly measure: (text: string, weight: Weight) => number;
}

export type Weight = 'normal' | 'bold';

/** What `bold` is in charts: as heavy as what a theme sets apart in its text. */
export const weights: Readonly<Record<Weight, number>> = { normal: 400, bold: 600 };

/** The height of a line of text, in multiples of its size. */
export const leading = 1.18;

/** A font as Chart.js takes it. */
export function fontOf({ font, size }: ChartLook, weight: Weight = 'normal') {
  return { family: font, size, weight: weights[weight], lineHeight: leading };
}

/** A font as a drawing context takes it. */
export function cssFont({ font, size }: Pick<ChartLook, 'font' | 'size'>, weight: Weight): string {
  return `${weights[weight]} ${size}px ${font}`;
}

export function widest(texts: readonly string[], look: ChartLook, weight: Weight): number {
  return Math.max(0, ...texts.map((text) => look.measure(text, weight)));
}

/** The colour of series or part `index`; beyond the palette it begins again, paler. */
export function paletteColor(index: number, { palette, ground, text }: ChartLook): string {
  const color = palette[index % palette.length] ?? text;
  return index < palette.length ? color : mix(color, 62, ground);
}

/** A colour beside one that is set apart. */
export function setBack(color: string, { muted }: ChartLook): string {
  return mix(color, 30, muted);
}

/** @param share of `color`, in percent */
export function mix(color: string, share: number, other = 'transparent'): string {
  return `color-mix(in srgb, ${color} ${share}%, ${other})`;
}
