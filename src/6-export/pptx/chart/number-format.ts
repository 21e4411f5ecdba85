import { chooseFormat, decimalsOf, withDigits } from '../../../chart/scale/numbers.ts';
import { numbersOf } from '../../../chart/series/data.ts';
import type { ChartSeries, ChartSpec, NumberFormat } from '../../../model/chart.ts';

/** A series, with the chart that it is in. */
type Part = Pick<ChartSpec, 'format' | 'unit' | 'series'>;

/** The number format of the values on an axis, as spreadsheets write it: `#,##0.0`. */
export function formatOf(chart: Part, series: ChartSeries, lang: string): string {
  const numbers = numbersOf(chart.series.filter(({ axis }) => axis === series.axis));
  const asked = series.format ?? chart.format;
  const largest = Math.max(0, ...numbers.map(Math.abs));
  if (!asked && largest >= 1e7) return writeFormat({ notation: 'compact' }, lang, largest);
  return writeFormat(
    asked ? withDigits(asked, numbers) : chooseFormat(numbers, chart.unit),
    lang,
    largest,
  );
}

/** @param largest of the numbers */
export function writeFormat(format: NumberFormat, lang: string, largest = 0): string {
  const {
    notation,
    minimumFractionDigits: min = 0,
    maximumFractionDigits: max = min,
    signDisplay,
  } = format;
  if (notation === 'scientific') return '0.0E+00';
  const [before, after] = around(format, lang);
  if (notation === 'compact') return compact(before, after, largest);
  const currencyDigits =
    format.style === 'currency' && format.maximumFractionDigits === undefined ? 2 : undefined;
  const digits = currencyDigits ?? (min === max ? max : min);
  const number = `${before}#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}${after}`;
  return signDisplay === 'exceptZero' || signDisplay === 'always'
    ? `+${number};-${number};${number}`
    : number;
}

/** What is before and after the digits, such as a currency or a unit. */
function around(format: NumberFormat, lang: string): readonly [string, string] {
  const { style, currency, currencyDisplay, unit, unitDisplay } = format;
  if (style === undefined || style === 'decimal') return ['', ''];
  const own = {
    style,
    ...(currency !== undefined && { currency, currencyDisplay }),
    ...(unit !== undefined && { unit, unitDisplay }),
    maximumFractionDigits: 0,
  } as Intl.NumberFormatOptions;
  const parts = new Intl.NumberFormat(lang, own).formatToParts(8);
  const first = parts.findIndex(({ type }) => type === 'integer');
  const text = (some: typeof parts): string => some.map(({ value }) => value).join('');
  const [before, after] = [text(parts.slice(0, first)), text(parts.slice(first + 1))];
  // A share is multiplied by a hundred, a value that is a percentage already is not.
  if (style === 'percent') return [quote(before), after.replace(/[^%]/g, '')];
  return [quote(before), quote(after)];
}

function quote(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '')}"`;
}

function compact(before: string, after: string, largest: number): string {
  const part = (commas: string, letter: string): string =>
    `${before}0.#${commas}"${letter}"${after}`;
  const small = `${before}#,##0${after}`;
  if (largest >= 1e9)
    return `[>=1000000000]${part(',,,', 'B')};[>=1000000]${part(',,', 'M')};${small}`;
  return `[>=1000000]${part(',,', 'M')};[>=1000]${part(',', 'K')};${small}`;
}

/** A format for the marks of an axis: with as many decimals as the step between them has. */
export function axisFormat(format: string, step: number): string {
  const shown = /0(?:\.0+)?%/.test(format) ? step * 100 : step;
  const decimals = decimalsOf(shown);
  return format.replace(
    /#,##0(?:\.0+)?/g,
    decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`,
  );
}
