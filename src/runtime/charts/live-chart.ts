import { Chart } from 'chart.js';
import { chartConfig } from '../../chart/config.ts';
import type { ChartData } from '../../chart/series/data.ts';
import { type ChartState, noneShown, type Shown, shownAt } from '../../chart/series/state.ts';
import { readStyle } from './chart-style.ts';

/** A chart that is drawn live on top of its image. Its slide must be laid out. */
export class LiveChart {
  readonly #figure: HTMLElement;
  readonly #box: HTMLElement;
  readonly #data: ChartData;
  readonly #chart: Chart;
  #shown: Shown;

  /**
   * @param enters whether its appearance is animated
   * @param sharpness canvas pixels per slide pixel
   */
  constructor(figure: HTMLElement, enters: boolean, sharpness: number) {
    this.#figure = figure;
    this.#box = figure.querySelector('.chart-box') as HTMLElement;
    this.#data = JSON.parse(figure.dataset.chart ?? '') as ChartData;
    this.#shown = this.#countShown();
    const before = enters ? noneShown : this.#shown;
    const config = this.#config({ shown: this.#shown, before, animated: enters });
    config.options = { ...config.options, devicePixelRatio: sharpness };
    this.#chart = new BoxChart(this.#addCanvas(), config);
  }

  /** Shows the data of the slide's current step. @returns a description of the new data */
  step(animated: boolean): string {
    const [before, shown] = [this.#shown, this.#countShown()];
    if (shown.categories === before.categories && shown.series === before.series) return '';
    this.#shown = shown;
    const { data, options } = this.#config({ shown, before, animated });
    const { devicePixelRatio = 1 } = this.#chart.options;
    this.#chart.options = { ...options, devicePixelRatio };
    for (const [index, dataset] of data.datasets.entries()) {
      Object.assign(this.#chart.data.datasets[index] ?? {}, dataset);
    }
    this.#chart.update();
    return this.#describeNew(before, shown);
  }

  setResolution(sharpness: number): void {
    if (this.#chart.options.devicePixelRatio === sharpness) return;
    this.#chart.options.devicePixelRatio = sharpness;
    this.#chart.resize();
  }

  /** Removes the live chart; its image is visible again. */
  destroy(): void {
    const { canvas } = this.#chart;
    this.#chart.destroy();
    canvas.remove();
  }

  #config(state: ChartState) {
    return chartConfig(this.#data, readStyle(this.#box), state);
  }

  #countShown(): Shown {
    return shownAt(this.#data, this.#figure.querySelectorAll('.chart-step.visible').length);
  }

  /** Describes the new rows or columns of the table; on the way back, those that are now the last. */
  #describeNew(before: Shown, shown: Shown): string {
    const rows = tableCells(this.#figure);
    const columns = (rows[0] ?? []).map((_, index) => rows.map((row) => row[index] ?? ''));
    const news = [
      ...newParts(rows.slice(1), before.categories, shown.categories),
      ...newParts(columns.slice(1), before.series, shown.series),
    ];
    return news.map((cells) => cells.join(' ')).join(', ');
  }

  /** Adds a canvas that covers the image and has the same text alternative. */
  #addCanvas(): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    canvas.role = 'img';
    const image = this.#box.querySelector('svg');
    for (const name of ['aria-label', 'lang'])
      if (image?.hasAttribute(name)) canvas.setAttribute(name, image.getAttribute(name) ?? '');
    this.#box.prepend(canvas);
    return canvas;
  }
}

/** Chart.js measures a box on the screen; this measures it in slide pixels. */
class BoxChart extends Chart {
  override resize(
    width = this.canvas.parentElement?.clientWidth,
    height = this.canvas.parentElement?.clientHeight,
  ): void {
    super.resize(width, height);
  }
}

/** The parts that a step adds, or the last one that it leaves. */
function newParts<Part>(parts: readonly Part[], before: number, shown: number): readonly Part[] {
  return shown === before ? [] : parts.slice(Math.min(before, shown - 1), shown);
}

/** The texts of a chart's data, row by row. */
function tableCells(figure: Element): readonly (readonly string[])[] {
  return Array.from(figure.querySelectorAll('.chart-data tr'), ({ children }) =>
    Array.from(children, (cell) => cell.textContent),
  );
}
