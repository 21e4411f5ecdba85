import { ArchiveError } from '../../../base/ooxml/zip.ts';
import type { GridCell } from '../../../model/data.ts';
import type { NumberStyle } from './number-formats.ts';

/** Each takes time; a workbook has a few. */
const maxFormats = 1000;

type Value = Omit<GridCell, 'column'>;

/** Converts stored numbers of a workbook into what a reader sees, in the language of the deck. */
export class CellWriter {
  readonly #lang: string;
  readonly #is1904: boolean;
  readonly #formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

  constructor(lang: string, is1904: boolean) {
    this.#lang = lang;
    this.#is1904 = is1904;
  }

  write(number: number, style: NumberStyle): Value {
    if (style.kind === 'text') return { text: String(number), plain: String(number) };
    if (style.kind === 'duration') return { text: durationOf(number) };
    if (style.kind === 'date') return this.writeDate(dateOf(number, this.#is1904), style);
    return this.#writeNumber(number, style);
  }

  /** @param time milliseconds since 1970 */
  writeDate(time: number, { date: options = {} }: NumberStyle): Value {
    const iso = new Date(time).toISOString();
    const hasTime = options.hour !== undefined || time % 86_400_000 !== 0;
    const isYear = options.year && !options.month && !options.day;
    const isMonth = options.year && options.month && !options.day;
    const length = hasTime ? 16 : isYear ? 4 : isMonth ? 7 : 10;
    const text = this.#dateFormat(options).format(time);
    return { text, plain: iso.slice(0, length) };
  }

  #writeNumber(stored: number, { unit, decimals, isGrouped = false }: NumberStyle): Value {
    // Excel calculates and shows 15 digits.
    const number = Number((unit === '%' ? stored * 100 : stored).toPrecision(15));
    const digits =
      decimals === undefined
        ? { maximumSignificantDigits: 10 }
        : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    const text = this.#numberFormat({ ...digits, useGrouping: isGrouped, ...styleOf(unit) });
    const shown = text.format(unit === '%' ? number / 100 : number);
    const isWritten = unit === undefined || unit === '%' || styleOf(unit).style === 'currency';
    return {
      text: isWritten ? shown : `${shown}\u00a0${unit}`,
      plain: String(number),
      ...(unit && { unit }),
    };
  }

  #numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options);
    const known = this.#formats.get(key);
    if (known) return known as Intl.NumberFormat;
    if (this.#formats.size >= maxFormats) {
      throw new ArchiveError('uses more than 1,000 formats of numbers');
    }
    const format = new Intl.NumberFormat(this.#lang, options);
    this.#formats.set(key, format);
    return format;
  }

  #dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = `date ${JSON.stringify(options)}`;
    const known = this.#formats.get(key);
    const format =
      known ??
      new Intl.DateTimeFormat(this.#lang, { ...options, hourCycle: 'h23', timeZone: 'UTC' });
    this.#formats.set(key, format);
    return format as Intl.DateTimeFormat;
  }
}

const currencies: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['$', 'USD'],
  ['₹', 'INR'],
]);

function styleOf(unit: string | undefined): Intl.NumberFormatOptions {
  if (unit === undefined) return {};
  if (unit === '%') return { style: 'percent' };
  const currency = currencies.get(unit) ?? unit;
  if (!/^[A-Z]{3}$/.test(currency)) return {};
  return { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
}

/** The time of a day number, in milliseconds since 1970. */
function dateOf(day: number, is1904: boolean): number {
  // In the 1900 system, there is a February 29, 1900, which was not.
  const since1900 = is1904 ? day + 1462 : day < 60 ? day + 1 : day;
  const seconds = Math.round((since1900 - 25_569) * 86_400);
  return Math.max(-62_135_596_800, Math.min(253_402_300_799, seconds)) * 1000;
}

/** `36:15:00` */
function durationOf(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (days < 0 ? '-' : '') + parts.map((part) => String(part).padStart(2, '0')).join(':');
}
