import { Chart } from 'chart.js';
import { type ChartState, chartConfig } from './chart-config.ts';
import type { ChartData } from './chart-data.ts';
import { readLook } from './chart-look.ts';

export interface Drawing {
  readonly animated: boolean;
  /** Canvas pixels for each slide pixel. */
  readonly sharpness: number;
  /** In full and at a fixed size, whatever the step and the window. */
  readonly onPaper: boolean;
}

/** A chart that is drawn. Its slide must be laid out. */
export class LiveChart {
  readonly #figure: HTMLElement;
  readonly #data: ChartData;
  readonly #chart: Chart<'bar' | 'line', (number | null)[], string>;
  #visible: number;

  constructor(figure: HTMLElement, { animated, sharpness, onPaper }: Drawing) {
    this.#figure = figure;
    this.#data = JSON.parse(figure.dataset.chart ?? '') as ChartData;
    this.#visible = onPaper ? this.#data.labels.length : this.#countVisible();
    const canvas = figure.querySelector('canvas') as HTMLCanvasElement;
    const config = this.#config({ visible: this.#visible, animated, entrance: 'chart' });
    if (onPaper) fitPaper(canvas);
    config.options = { ...config.options, devicePixelRatio: sharpness, responsive: !onPaper };
    this.#chart = new Chart(canvas, config);
  }

  /** Shows as many categories as the slide's step asks for. */
  step(animated: boolean): void {
    const visible = this.#countVisible();
    if (visible === this.#visible) return;
    const entrance = visible === this.#visible + 1 ? 'point' : 'none';
    this.#visible = visible;
    const { data, options } = this.#config({ visible, animated, entrance });
    const { devicePixelRatio = 1 } = this.#chart.options;
    this.#chart.options = { ...options, devicePixelRatio };
    for (const [index, dataset] of data.datasets.entries()) {
      Object.assign(this.#chart.data.datasets[index] ?? {}, dataset);
    }
    this.#chart.update();
  }

  sharpen(sharpness: number): void {
    this.#chart.options.devicePixelRatio = sharpness;
    this.#chart.resize();
  }

  destroy(): void {
    Reflect.deleteProperty(this.#chart.ctx, 'clearRect');
    this.#chart.destroy();
  }

  #config(state: ChartState) {
    return chartConfig(this.#data, readLook(this.#figure), state);
  }

  /** One category stands there from the start, and one more with each step. */
  #countVisible(): number {
    if (this.#data.steps === 'none') return this.#data.labels.length;
    return 1 + this.#figure.querySelectorAll('.chart-step.visible').length;
  }
}

/** Gives a canvas the size of its box for good, and lets it draw as shapes on a ground that shows through. */
function fitPaper(canvas: HTMLCanvasElement): void {
  canvas.width = canvas.parentElement?.clientWidth ?? 0;
  canvas.height = canvas.parentElement?.clientHeight ?? 0;
  const context = canvas.getContext('2d');
  // Chromium prints what was cleared as white.
  if (context) context.clearRect = () => {};
}
