import type { ChartSeries, NumberFormat } from '../../model/chart.ts';
import { type Axis, type ChartData, numbersOf, seriesOn } from '../series/data.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** Returns a cached formatter: creating one is much more expensive than using it. */
export function numberFormat(lang: string, format: NumberFormat): Intl.NumberFormat {
  const key = lang + JSON.stringify(format);
  const formatter = formats.get(key) ?? new Intl.NumberFormat(lang, format);
  formats.set(key, formatter);
  return formatter;
}

/** The formatter for the values of a series. */
export function valueFormat(data: ChartData, series: ChartSeries): Intl.NumberFormat {
  const format = series.format ?? data.format;
  if (format) return numberFormat(data.lang, format);
  const numbers = numbersOf(seriesOn(data, series.axis).map((each) => each.series));
  return numberFormat(data.lang, shortFormat(numbers) ?? chooseFormat(numbers, data.unit));
}

/** The format for numbers so large or small that they would have many zeros; else `undefined`. */
function shortFormat(numbers: readonly number[]): NumberFormat | undefined {
  const largest = numbers.reduce((high, number) => Math.max(high, Math.abs(number)), 0);
  if (largest >= 1e7) return { notation: 'compact', maximumSignificantDigits: 3 };
  const isTiny = largest > 0 && largest < 1e-4;
  return isTiny ? { notation: 'scientific', maximumFractionDigits: 1 } : undefined;
}

/** One decimal for small numbers that are not all integers; two significant digits if all are below 1. */
export function chooseFormat(numbers: readonly number[], unit?: string): NumberFormat {
  const style = unit === '%' ? ({ style: 'unit', unit: 'percent' } as const) : {};
  const largest = Math.max(0, ...numbers.map(Math.abs));
  const isWhole = largest >= 100 || numbers.every(Number.isInteger);
  if (!isWhole && largest < 1) return { ...style, maximumSignificantDigits: 2 };
  const digits = isWhole ? 0 : 1;
  return { ...style, minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** Formatters for the ticks of a value axis, by the step between ticks. */
export function tickFormats(data: ChartData, axis: Axis): (step: number) => Intl.NumberFormat {
  const series = seriesOn(data, axis).map((each) => each.series);
  const format = series[0]?.format ?? data.format ?? shortFormat(numbersOf(series)) ?? {};
  return (step) => numberFormat(data.lang, fitDigits(format, step));
}

/** The formatter for positions on a numeric x scale. */
export function positionFormat(data: ChartData, step: number): Intl.NumberFormat {
  const positions = positionsOf(data);
  const own = data.xFormat ?? shortFormat(positions);
  if (own) return numberFormat(data.lang, fitDigits(own, step));
  const format = { ...fitDigits({}, step), ...(areYears(positions) && ungrouped) };
  return numberFormat(data.lang, format);
}

const ungrouped = { useGrouping: false } as const;

function areYears(numbers: readonly number[]): boolean {
  return numbers.every((x) => Number.isInteger(x) && x >= 1000 && x < 3000);
}

/** The positions of the data on a numeric or time scale. */
export function positionsOf({ positions, series }: ChartData): readonly number[] {
  return positions ?? series.flatMap(({ points = [] }) => points.map(({ x }) => x));
}

/** Adds as many decimals as distinguish numbers that differ by `step`. */
function fitDigits(format: NumberFormat, step: number): NumberFormat {
  const { minimumSignificantDigits, maximumSignificantDigits, ...rest } = format;
  if (format.notation === 'compact' || format.notation === 'scientific') {
    return { ...rest, minimumFractionDigits: 0, maximumFractionDigits: 1 };
  }
  const shown = format.style === 'percent' ? step * 100 : step;
  // A step of 2.5 needs one decimal, 0.25 two.
  const digits = [0, 1, 2, 3, 4, 5, 6].find((n) => isNearlyWhole(shown * 10 ** n)) ?? 6;
  return { ...rest, minimumFractionDigits: digits, maximumFractionDigits: digits };
}

function isNearlyWhole(number: number): boolean {
  return Math.abs(number - Math.round(number)) < 1e-6 && Math.round(number) !== 0;
}
