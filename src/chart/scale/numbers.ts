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
export function valueFormat(data: ChartData, series: ChartSeries): ValueFormat {
  const format = series.format ?? data.format;
  const numbers = numbersOf(seriesOn(data, series.axis).map((each) => each.series));
  if (format) return shareFormat(data.lang, withDigits(format, numbers), data.unit);
  const chosen = shortFormat(numbers) ?? chooseFormat(numbers, data.unit);
  return shareFormat(data.lang, chosen, data.unit);
}

/** The part of `Intl.NumberFormat` that writes values. */
export interface ValueFormat {
  readonly format: (value: number) => string;
}

/** Less than this share of the whole comes from computing in binary. */
const noShare = 1e-11;

/**
 * A formatter that writes no percentage as 100% that is not: 99.96 has more decimals than others if need be. Numbers
 * of other units are written as the format says.
 */
export function shareFormat(lang: string, format: NumberFormat, unit?: string): ValueFormat {
  const usual = numberFormat(lang, format);
  const whole = format.style === 'percent' ? 1 : 100;
  if (whole > 1 && format.unit !== 'percent' && unit !== '%') return usual;
  return {
    format(value) {
      const text = usual.format(value);
      const rest = Math.abs(1 - value / whole);
      if (rest < noShare || text !== usual.format(whole)) return text;
      const maximumFractionDigits = Math.ceil(-Math.log10(rest * 100));
      return numberFormat(lang, { ...format, maximumFractionDigits }).format(value);
    },
  };
}

/** The format for numbers so large or small that they would have many zeros; else `undefined`. */
function shortFormat(numbers: readonly number[]): NumberFormat | undefined {
  const largest = largestOf(numbers);
  if (largest >= 1e7) return { notation: 'compact', maximumSignificantDigits: 3 };
  return largest > 0 && largest < 1e-4 ? scientific : undefined;
}

const scientific: NumberFormat = { notation: 'scientific', maximumFractionDigits: 1 };

/** The most that `Intl.NumberFormat` accepts in all browsers. */
const maxDigits = 20;

/** Numbers with at most this many decimals are shown as they are. */
const exactDecimals = 2;

/**
 * As many decimals as the numbers have. If they have more than two, they are rounded: to two significant digits each
 * at least, and so that different ones differ.
 */
export function chooseFormat(numbers: readonly number[], unit?: string): NumberFormat {
  const style = unit === '%' ? ({ style: 'unit', unit: 'percent' } as const) : {};
  return { ...style, ...chooseDigits(numbers) };
}

function chooseDigits(numbers: readonly number[]): NumberFormat {
  const decimals = Math.max(0, ...numbers.map(decimalsOf));
  const largest = largestOf(numbers);
  if (decimals <= exactDecimals) {
    const isPadded = decimals === 1 || largest < 100;
    return { minimumFractionDigits: isPadded ? decimals : 0, maximumFractionDigits: decimals };
  }
  const span = Math.max(...numbers) - Math.min(...numbers);
  const distinct = span > 0 ? Math.ceil(-Math.log10(span)) + 1 : 0;
  const digits = Math.min(
    maxDigits,
    decimals,
    Math.max(largest >= 100 || largest < 1 ? 0 : 1, distinct),
  );
  const isPadded = numbers.every((number) => number === 0 || Math.abs(number) >= 10 ** -digits);
  return {
    minimumFractionDigits: isPadded ? digits : 0,
    maximumFractionDigits: digits,
    maximumSignificantDigits: 2,
    roundingPriority: 'morePrecision',
  };
}

/**
 * Completes an author's format: without digits, it has those that the numbers need, and a number that is not zero is
 * never written as zero.
 */
export function withDigits(format: NumberFormat, numbers: readonly number[]): NumberFormat {
  const isCompact = format.notation === 'compact' && format.maximumFractionDigits === undefined;
  // A currency has digits of its own.
  if (isCompact || format.maximumFractionDigits !== undefined || format.style === 'currency') {
    return {
      ...format,
      ...(isCompact && { maximumFractionDigits: 0 }),
      maximumSignificantDigits: isCompact ? 2 : 1,
      roundingPriority: 'morePrecision',
    };
  }
  const shown = format.style === 'percent' ? numbers.map((number) => number * 100) : numbers;
  return { ...format, ...chooseDigits(shown) };
}

function largestOf(numbers: readonly number[]): number {
  return numbers.reduce((high, number) => Math.max(high, Math.abs(number)), 0);
}

/** The decimals of a number, without those that come from computing in binary. */
export function decimalsOf(number: number): number {
  const [, decimals = '', exponent = '0'] =
    /(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(Number(number.toPrecision(12)))) ?? [];
  return Math.max(0, decimals.length - Number(exponent));
}

/** Formatters for the ticks of a value axis, by the step between ticks. */
export function tickFormats(data: ChartData, axis: Axis): (step: number) => Intl.NumberFormat {
  const series = seriesOn(data, axis).map((each) => each.series);
  const numbers = numbersOf(series);
  const hasTiny = data.yScale === 'log' && numbers.some((number) => number > 0 && number < 1e-4);
  const chosen = hasTiny ? scientific : (shortFormat(numbers) ?? {});
  const format = series[0]?.format ?? data.format ?? chosen;
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
  const { maximumSignificantDigits, roundingPriority, ...rest } = format;
  if (format.notation === 'compact' || format.notation === 'scientific') {
    return { ...rest, minimumFractionDigits: 0, maximumFractionDigits: 1 };
  }
  const shown = format.style === 'percent' ? step * 100 : step;
  // A step of 2.5 needs one decimal, 0.25 two.
  const digits = [0, 1, 2, 3, 4, 5, 6].find((n) => isNearlyWhole(shown * 10 ** n));
  if (digits === undefined) return { ...rest, maximumSignificantDigits: 2 };
  return { ...rest, minimumFractionDigits: digits, maximumFractionDigits: digits };
}

function isNearlyWhole(number: number): boolean {
  return Math.abs(number - Math.round(number)) < 1e-6 && Math.round(number) !== 0;
}
