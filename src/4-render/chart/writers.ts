import { chooseFormat } from '../../chart/scale/numbers.ts';
import { dateFormat } from '../../chart/scale/time.ts';
import type { ChartSeries, ChartSpec, NumberFormat } from '../../model/chart.ts';

type Write = (number: number) => string;

/** Writes the numbers and dates of a chart for people, in the deck's language. */
export class ChartWriter {
  readonly #chart: ChartSpec;
  readonly #lang: string;

  constructor(chart: ChartSpec, lang: string) {
    this.#chart = chart;
    this.#lang = lang;
  }

  /** Values as the drawing writes them. */
  values(series: ChartSeries): Write {
    const format = series.format ?? this.#chart.format;
    return this.#numbers(format ?? this.#chooseFormat(series.axis));
  }

  /** Values with all of their digits. */
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

  /** Places along an x axis of numbers or time. */
  places(): Write {
    const { xScale, timeUnit, xFormat } = this.#chart;
    if (xScale !== 'time')
      return this.#exact(xFormat ?? (this.#hasYears() ? ungrouped : undefined));
    const format = dateFormat(this.#lang, timeUnit);
    return (time) => format.format(time);
  }

  /** A place on the x axis; where that has categories, the name of one. */
  place(place: number): string {
    return this.#chart.xScale === 'category' ? this.label(place) : this.places()(place);
  }

  /** The name of category `index`; a date in full. */
  label(index: number): string {
    const { labels, positions, xScale } = this.#chart;
    const position = positions?.[index];
    if (xScale === 'time' && position !== undefined) return this.places()(position);
    return labels[index] ?? '';
  }

  shares(): Write {
    return this.#numbers({ style: 'percent', maximumSignificantDigits: 2 });
  }

  #exact(format: NumberFormat = {}): Write {
    const { notation: _, ...rest } = format;
    return this.#numbers({ minimumFractionDigits: 0, ...rest, maximumFractionDigits: 20 });
  }

  #numbers(format: NumberFormat): Write {
    const written = new Intl.NumberFormat(this.#lang, format);
    return (number) => written.format(number);
  }

  /** Over many powers of ten no number of decimals fits all. */
  #chooseFormat(axis: ChartSeries['axis']): NumberFormat {
    const isLog = axis === 'left' && this.#chart.yScale === 'log';
    return isLog ? { maximumSignificantDigits: 3 } : chooseFormat(this.#valuesOn(axis));
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
    const places = positions ?? series.flatMap(({ points = [] }) => points.map(({ x }) => x));
    return places.every((place) => Number.isInteger(place) && place >= 1000 && place < 3000);
  }
}

const ungrouped = { useGrouping: false } as const;
const compact = { notation: 'compact' } as const;
