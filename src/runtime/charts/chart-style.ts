import { type ChartStyle, cssFont, textSize } from '../../chart/style.ts';
import { prefersReducedMotion } from '../feature.ts';

/** The minimum text size in slide pixels. */
const minSize = 18;
/**
 * The duration of chart animations in milliseconds if the theme does not set `--chart-duration`.
 */
const duration = 700;
const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The style of a chart, from the theme's `--chart-…` tokens at this element. */
export function readStyle(box: HTMLElement): ChartStyle {
  const { fontFamily, color: strong } = getComputedStyle(box);
  const probe = document.createElement('i');
  box.append(probe);
  const style = getComputedStyle(probe);
  const color = (token: string): string => {
    probe.style.color = `var(${token}, currentColor)`;
    return style.color;
  };
  probe.style.fontSize = 'var(--chart-size, 0)';
  // The shorter side of a slide is 45 rem, which are 720 slide pixels.
  const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const usual = Math.max(minSize * unit, Number.parseFloat(style.fontSize));
  const size = textSize(usual, box.clientHeight);
  const chartStyle = {
    font: fontFamily,
    size,
    unit,
    text: color('--chart-text'),
    strong,
    grid: color('--chart-grid'),
    background: color('--color-background'),
    muted: color('--chart-muted'),
    highlight: color('--chart-highlight'),
    palette: paletteNumbers(style).map((number) => color(`--chart-${number}`)),
    width: box.clientWidth,
    height: box.clientHeight,
    duration: prefersReducedMotion() ? 0 : milliseconds(style.getPropertyValue('--chart-duration')),
    measure: measurer(size, fontFamily),
  };
  probe.remove();
  return chartStyle;
}

/** The numbers of the tokens `--chart-1` … `--chart-9` that are set. */
export function paletteNumbers(style: CSSStyleDeclaration): readonly number[] {
  return numbers.filter((number) => style.getPropertyValue(`--chart-${number}`) !== '');
}

function milliseconds(time: string): number {
  const [, number, unit] = /^\s*([\d.]+)(m?s)\s*$/.exec(time) ?? [];
  return number === undefined ? duration : Number(number) * (unit === 's' ? 1000 : 1);
}

function measurer(size: number, font: string): ChartStyle['measure'] {
  const context = document.createElement('canvas').getContext('2d');
  return (text, weight) => {
    if (!context) return 0;
    context.font = cssFont({ font, size }, weight);
    return context.measureText(text).width;
  };
}
