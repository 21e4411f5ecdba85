import {
  type DateOrder,
  isMonthAndNumber,
  isNumericDate,
  type ParsedDate,
  parseDate,
  parseNumericDate,
  parseSeason,
} from './date-notation.ts';
import { isGap } from './gaps.ts';

/** The dates of a column. */
interface DateColumn {
  /** One per text; `null` for a gap, `undefined` where there is no date. */
  readonly dates: readonly (ParsedDate | null | undefined)[];
  /** The first date that has several readings, if nothing in the column decides which one is meant. */
  readonly ambiguous?: { readonly index: number; readonly orders: readonly DateOrder[] };
}

/** The month first, as in the United States, is the last guess. */
const orders: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

/**
 * Reads the dates of a column. The order of day, month and year is inferred from all of its cells: it is the one
 * in which all of them are valid.
 *
 * @param order the order, if the author sets it
 */
export function readDateColumn(texts: readonly string[], order?: DateOrder): DateColumn {
  const parse = parserOf(texts);
  const numeric = texts.map((text) => parse(text) === undefined && isNumericDate(text));
  const open = texts.filter((text, i) => numeric[i] && !ownOrder(text));
  const candidates = order ? [order] : ordersOf(open);
  const [chosen = 'dmy'] = candidates;
  const dates = texts.map((text, i) => {
    if (isGap(text)) return null;
    if (!numeric[i]) return parse(text);
    return parseNumericDate(text, order ?? ownOrder(text) ?? chosen);
  });
  const index = texts.findIndex(
    (text, i) => numeric[i] && !ownOrder(text) && readings(text, candidates) > 1,
  );
  return {
    dates: withClocks(dates),
    ...(index >= 0 && { ambiguous: { index, orders: candidates } }),
  };
}

/**
 * Times of a day have no place among dates. Those after midnight are on the next day, if they follow those before
 * it.
 */
function withClocks(dates: DateColumn['dates']): DateColumn['dates'] {
  const present = dates.filter((date) => date !== null && date !== undefined);
  const clocks = present.filter(({ unit }) => unit === 'clock');
  if (clocks.length === 0) return dates;
  if (clocks.length < present.length) {
    return dates.map((date) => (date?.unit === 'clock' ? undefined : date));
  }
  const midnights = clocks.filter(({ time }, i) => time < (clocks[i - 1]?.time ?? 0));
  const [first, last] = [clocks[0]?.time ?? 0, clocks.at(-1)?.time ?? 0];
  const [midnight] = midnights;
  if (!midnight || midnights.length > 1 || last >= first) return dates;
  const next = dates.indexOf(midnight);
  return dates.map((date, i) => (date && i >= next ? { ...date, time: date.time + day } : date));
}

const day = 86_400_000;

/** How the dates with a single reading are read, which depends on each other in two notations. */
function parserOf(texts: readonly string[]): typeof parseDate {
  const present = texts.filter((text) => !isGap(text));
  if (present.length > 1 && present.every(parseSeason)) return parseSeason;
  // The number in `Jan 24`, `Jan 25` or `Jan 31`, `Feb 28` is a day, and the year is missing.
  const months = present.filter(isMonthAndNumber).map((text) => parseDate(text)?.time ?? 0);
  const gaps = months.slice(1).map((time, i) => Math.abs(time - (months[i] ?? 0)));
  const isRegular = gaps.every((gap) => gap > 0 && gap < year);
  if (isRegular) return parseDate;
  return (text) => (isMonthAndNumber(text) ? undefined : parseDate(text));
}

/** Two dates with the same month are at least this far from each other. */
const year = 365 * 86_400_000;

/** The order that a date shows itself: four digits are the year, and dates with dots begin with the day. */
function ownOrder(text: string): DateOrder | undefined {
  if (/^\d{4}\D/.test(text)) return 'ymd';
  return text.includes('.') ? 'dmy' : undefined;
}

/** The orders in which most dates are valid. */
function ordersOf(texts: readonly string[]): readonly DateOrder[] {
  const counts = orders.map(
    (order) => texts.filter((text) => parseNumericDate(text, order)).length,
  );
  return orders.filter((_, i) => counts[i] === Math.max(...counts));
}

function readings(text: string, candidates: readonly DateOrder[]): number {
  const times = candidates.flatMap((order) => parseNumericDate(text, order)?.time ?? []);
  return new Set(times).size;
}

/** Whether a text is a date in some notation. */
export function looksLikeDate(text: string): boolean {
  return (
    parseDate(text) !== undefined ||
    orders.some((order) => parseNumericDate(text, order) !== undefined)
  );
}
