import type { Settings } from './metadata.ts';

/** Words for the day on which a tool runs, or on which a file was saved. */
export const changingDate = /^(?:today|now|last-modified)$/;

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The date of a deck.
 *
 * @param isFormatted whether it is shown as `date-format` says, or else as `2025-03-07`, as in Quarto
 * @returns `undefined` if there is none, or if it would change from day to day
 */
export function dateOf(settings: Settings, isFormatted: boolean): string | undefined {
  const written = settings.text('date');
  if (written === undefined || changingDate.test(written)) return undefined;
  const date = isFormatted ? readDate(written) : undefined;
  if (date === undefined) return written;
  return formatDate(date, settings.text('date-format') ?? 'iso', settings.text('lang') ?? 'en');
}

/** `2025-03-07`, `3/7/2025`, `March 7, 2025` or `7 March 2025`. */
function readDate(text: string): Date | undefined {
  const [, y1, m1, d1] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?$/.exec(text) ?? [];
  if (y1 !== undefined) return utc(y1, m1, d1);
  const [, m2, d2, y2] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
  if (y2 !== undefined) return utc(y2, m2, d2);
  const [, m3 = '', d3, y3] =
    /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text) ?? [];
  if (y3 !== undefined) return utc(y3, monthOf(m3), d3);
  const [, d4, m4 = '', y4] = /^(\d{1,2}) ([A-Za-z]{3,9})\.?,? (\d{4})$/.exec(text) ?? [];
  return y4 === undefined ? undefined : utc(y4, monthOf(m4), d4);
}

function monthOf(name: string): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function utc(year = '', month = '', day = ''): Date | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isSame = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isSame ? date : undefined;
}

const styles = ['full', 'long', 'medium', 'short'] as const;

/** @param format a style, or a pattern such as `D MMMM YYYY` with words in brackets */
function formatDate(date: Date, format: string, language: string): string {
  const dateStyle = styles.find((style) => style === format);
  const name = (options: Intl.DateTimeFormatOptions): string =>
    dateFormat(language, options).format(date);
  if (dateStyle) return name({ dateStyle });
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  if (format === 'iso') return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  const values: Readonly<Record<string, () => string>> = {
    YYYY: () => String(year),
    YY: () => String(year).slice(-2),
    MMMM: () => name({ month: 'long' }),
    MMM: () => name({ month: 'short' }),
    MM: () => twoDigits(month),
    M: () => String(month),
    Do: () => `${day}${ordinalOf(day)}`,
    DD: () => twoDigits(day),
    D: () => String(day),
    dddd: () => name({ weekday: 'long' }),
    ddd: () => name({ weekday: 'short' }),
    dd: () => name({ weekday: 'short' }).slice(0, 2),
  };
  return format.replace(
    /\[([^\]]*)\]|YYYY|YY|M{1,4}|Do|DD?|d{2,4}/g,
    (token, words?: string) => words ?? values[token]?.() ?? token,
  );
}

function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const own = { ...options, timeZone: 'UTC' };
  try {
    return new Intl.DateTimeFormat(language, own);
  } catch {
    return new Intl.DateTimeFormat('en', own);
  }
}

function ordinalOf(day: number): string {
  if (day > 10 && day < 14) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
