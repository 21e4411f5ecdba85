import type { BasicPlatform, Chart, Plugin } from 'chart.js';
import { chartConfig } from './config.ts';
import { type ChartPlan, planChart } from './plan.ts';
import type { ChartData } from './series/data.ts';
import type { ChartState } from './series/state.ts';
import { type ChartLook, weights } from './style.ts';
import { SvgContext, type TextMeasure } from './svg/context.ts';

/** What of Chart.js draws a picture; what the chart needs must be registered. */
export interface ChartLibrary {
  readonly Chart: typeof Chart;
  readonly BasicPlatform: typeof BasicPlatform;
}

/** The size of a picture and of its text, in slide pixels, and how many colours there are for series. */
export interface PictureFrame {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  /** The numbers of the tokens `--chart-1` … that are set, rising. */
  readonly palette: readonly number[];
}

/** The look of pictures: they name their colours by the theme's tokens, and inherit its font. */
export function pictureLook(
  { width, height, size, palette }: PictureFrame,
  measure: TextMeasure,
): ChartLook {
  return {
    font: 'inherit',
    size,
    unit: 1,
    text: 'var(--chart-text)',
    strong: 'currentColor',
    grid: 'var(--chart-grid)',
    ground: 'var(--color-background)',
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
 * Lets Chart.js draw a chart as the content of an `svg` element, the same in Node and in a browser.
 *
 * @param look by {@link pictureLook}, with the same measure
 * @throws what Chart.js throws where the chart's own options ask for what cannot be had
 */
export function drawPicture(
  { Chart, BasicPlatform }: ChartLibrary,
  data: ChartData,
  look: ChartLook,
  measure: TextMeasure,
  state: ChartState,
  plan: ChartPlan = planChart(data, look),
): string {
  const context = new SvgContext(look.width, look.height, look.size, measure);
  const config = chartConfig(data, look, state, plan);
  const still = { animation: false, responsive: false, devicePixelRatio: 1 } as const;
  // All that Chart.js asks of a canvas, where it does not take it for a part of a page.
  const canvas = context.canvas as HTMLCanvasElement;
  const options = { ...config.options, ...still };
  const plugins = [...(config.plugins ?? []), openPaths];
  new Chart(canvas, { ...config, platform: BasicPlatform, options, plugins }).destroy();
  return context.content;
}

/**
 * In a browser, Chart.js hands over a line as a `Path2D`, which nobody can read; but not where it takes
 * the line for one whose segments differ.
 */
const openPaths: Plugin = {
  id: 'open-paths',
  beforeDatasetDraw(_, { meta: { dataset } }) {
    if (dataset) Object.assign(dataset.options, { segment: {} });
  },
};
