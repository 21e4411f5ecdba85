/** How charts look where this one stands. Lengths in slide pixels, colours as CSS writes them. */
export interface ChartLook {
  readonly font: string;
  readonly size: number;
  readonly text: string;
  /** Text that is set apart. */
  readonly strong: string;
  readonly grid: string;
  readonly ground: string;
  readonly muted: string;
  readonly highlight: string;
  readonly palette: readonly string[];
  /** The width that the chart has. */
  readonly width: number;
  /** The width of a text in the chart's font, bold. */
  readonly measure: (text: string) => number;
}

/** No text on a slide is smaller, in slide pixels. */
const minSize = 18;
const seriesTokens = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `--chart-${number}`);

/** The look of charts that the theme gives at this place, by its `--chart-…` tokens. */
export function readLook(figure: HTMLElement): ChartLook {
  const { fontFamily, color: strong } = getComputedStyle(figure);
  const probe = document.createElement('i');
  figure.append(probe);
  const style = getComputedStyle(probe);
  const color = (token: string, otherwise: string): string => {
    probe.style.color = `var(${token}, ${otherwise})`;
    return style.color;
  };
  probe.style.fontSize = 'var(--chart-size, 0)';
  const size = Math.max(minSize, Number.parseFloat(style.fontSize));
  const text = color('--chart-text', 'currentColor');
  const look = {
    font: fontFamily,
    size,
    text,
    strong,
    grid: color('--chart-grid', 'color-mix(in srgb, currentColor 20%, transparent)'),
    ground: color('--color-background', '#fff'),
    muted: color('--chart-muted', '#858d95'),
    highlight: color('--chart-highlight', '#0b6fa4'),
    palette: seriesTokens
      .filter((token) => style.getPropertyValue(token) !== '')
      .map((token) => color(token, text)),
    width: figure.querySelector('.chart-box')?.clientWidth ?? 0,
    measure: measurer(`bold ${size}px ${fontFamily}`),
  };
  probe.remove();
  return look;
}

function measurer(font: string): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = font;
  return (text) => context?.measureText(text).width ?? 0;
}
