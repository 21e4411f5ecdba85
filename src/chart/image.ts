import type { BasicPlatform, Chart, Plugin } from 'chart.js';
import { chartConfig } from './config.ts';
import { type ChartPlan, planChart } from './plan.ts';
import type { ChartData } from './series/data.ts';
import type { ChartState } from './series/state.ts';
import { type ChartStyle, textSize, weights } from './style.ts';
import { SvgContext, type TextMeasure } from './svg/context.ts';

/** The parts of Chart.js that draw an image; the components that the chart needs must be registered. */
interface ChartLibrary {
  readonly Chart: typeof Chart;
  readonly BasicPlatform: typeof BasicPlatform;
}

/** The size of an image and the usual size of its text, in slide pixels, and the colors for series. */
interface ImageOptions {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  /** The numbers of the tokens `--chart-1` … that are set, in ascending order. */
  readonly palette: readonly number[];
}

/** The style of images: they refer to the theme's tokens for colors, and inherit its font. */
export function imageStyle(
  { width, height, size: usual, palette }: ImageOptions,
  measure: TextMeasure,
): ChartStyle {
  const size = textSize(usual, height);
  return {
    font: 'inherit',
    size,
    unit: 1,
    text: 'var(--chart-text)',
    strong: 'currentColor',
    grid: 'var(--chart-grid)',
    background: 'var(--color-background)',
    muted: 'var(--chart-muted)',
    highlight: 'var(--chart-highlight)',
    palette: palette.map((number) => `var(--chart-${number})`),
    width,
    height,
    duration: 0,
    measure: (text, weight) => measure.width(text, weights[weight]) * size,
  };
}

/**
 * Draws a chart with Chart.js as the content of an `svg` element, the same in Node and in a browser.
 *
 * @param style from {@link imageStyle}, with the same measure
 * @throws an error of Chart.js if the chart's own options are invalid
 */
export function drawChartImage(
  { Chart, BasicPlatform }: ChartLibrary,
  data: ChartData,
  style: ChartStyle,
  measure: TextMeasure,
  state: ChartState,
  plan: ChartPlan = planChart(data, style),
): string {
  const context = new SvgContext(style.width, style.height, style.size, measure);
  const config = chartConfig(data, style, state, plan);
  const still = { animation: false, responsive: false, devicePixelRatio: 1 } as const;
  // With BasicPlatform, Chart.js uses nothing else of a canvas.
  const canvas = context.canvas as HTMLCanvasElement;
  const options = { ...config.options, ...still };
  const plugins = [...(config.plugins ?? []), openPaths];
  new Chart(canvas, { ...config, platform: BasicPlatform, options, plugins }).destroy();
  return context.content;
}

/**
 * In a browser, Chart.js strokes a line as a `Path2D`, which cannot be read back, unless the line has
 * styles per segment.
 */
const openPaths: Plugin = {
  id: 'open-paths',
  beforeDatasetDraw(_, { meta: { dataset } }) {
    if (dataset) Object.assign(dataset.options, { segment: {} });
  },
};
