import type { Words } from '../../base/words/types.ts';
import { wordsIn } from '../../base/words/words.ts';
import { chooseFormat, shareFormat, withDigits } from '../../chart/scale/numbers.ts';
import { dateFormat } from '../../chart/scale/time.ts';
import type { ChartSeries, ChartSpec, NumberFormat } from '../../model/chart.ts';

type Write = (number: number) => string;

/** Formats the numbers and dates of a chart in the deck's language. */
export class ChartWriter {
  readonly #chart: ChartSpec;
  readonly lang: string;
  readonly words: Words;

  constructor(chart: ChartSpec, lang: string) {
    this.#chart = chart;
    this.lang = lang;
    this.words = wordsIn(lang);
  }

  /** Values as they are labeled in the chart. */
  values(series: ChartSeries): Write {
    const format = series.format ?? this.#chart.format;
    const numbers = this.#valuesOn(series.axis);
    const chosen = format ? withDigits(format, numbers) : chooseFormat(numbers);
    return shareFormat(this.lang, chosen, this.#chart.unit).format;
  }

  /** Values with all their digits. */
  exactValues(series: ChartSeries): Write {
    return this.#exact(series.format ?? this.#chart.format);
  }

  sizes(): Write {
    const { size, series } = this.#chart;
    const sizes = series.flatMap(({ points = [] }) => points.map((point) => point.size ?? 0));
    const isLarge = sizes.some((one) => one >= 1e6);
    return this.#numbers(size?.format ?? (isLarge ? compact : {}));
  }

  exactSizes(): Write {
    return this.#exact(this.#chart.size?.format);
  }

  /** Positions on a numeric or time axis. */
  positions(): Write {
    const { xScale, timeUnit, xFormat } = this.#chart;
    if (xScale !== 'time')
      return this.#exact(xFormat ?? (this.#hasYears() ? ungrouped : undefined));
    const format = dateFormat(this.lang, timeUnit);
    return (time) => format.format(time);
  }

  /** A position on the x axis; on a category axis, the label with this index. */
  position(position: number): string {
    return this.#chart.xScale === 'category' ? this.label(position) : this.positions()(position);
  }

  /** The label of category `index`; dates are written in full. */
  label(index: number): string {
    const { labels, positions, xScale } = this.#chart;
    const position = positions?.[index];
    if (xScale === 'time' && position !== undefined) return this.positions()(position);
    return labels[index] ?? '';
  }

  #exact(format: NumberFormat = {}): Write {
    const { notation: _, ...rest } = format;
    return this.#numbers({ minimumFractionDigits: 0, ...rest, maximumFractionDigits: 20 });
  }

  #numbers(format: NumberFormat): Write {
    const written = new Intl.NumberFormat(this.lang, format);
    return (number) => written.format(number);
  }

  #valuesOn(axis: ChartSeries['axis']): readonly number[] {
    const sharing = this.#chart.series.filter((series) => series.axis === axis);
    return sharing.flatMap(({ values, points = [] }) => [
      ...values.filter((value) => value !== null),
      ...points.map(({ y }) => y),
    ]);
  }

  #hasYears(): boolean {
    const { positions, series } = this.#chart;
    const xs = positions ?? series.flatMap(({ points = [] }) => points.map(({ x }) => x));
    return xs.every((x) => Number.isInteger(x) && x >= 1000 && x < 3000);
  }
}

const ungrouped = { useGrouping: false } as const;
const compact = { notation: 'compact' } as const;
