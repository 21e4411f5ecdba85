import { isEncoding } from '../../../base/files/encoding.ts';
import { locatedText, type Reader } from '../../../base/yaml/schema.ts';
import { anyScalar } from '../../../base/yaml/value-schema.ts';
import type { Located } from '../../../model/source.ts';
import type { DateOrder } from '../notation/date-notation.ts';
import type { DecimalMark } from '../notation/number-notation.ts';
import { type Delimiter, delimiters } from '../sheet/csv.ts';

export interface RowRange {
  readonly first: number;
  readonly last?: number;
}

const rowRange = /^(\d{1,7})\s*[-–:]\s*(\d{1,7})?$/;

const rows: Reader<Located<RowRange>> = {
  expected: 'the first and last row, as in 3-20; the first holds the headings',
  read: ({ source, span }) => {
    const [, first, last] = rowRange.exec(source?.trim() ?? '') ?? [];
    const range = { first: Number(first ?? 0), ...(last && { last: Number(last) }) };
    const isValid = range.first > 0 && (range.last ?? range.first) >= range.first;
    return isValid ? { value: range, span } : undefined;
  },
  schema: { type: 'string', pattern: rowRange.source },
};

const skip: Reader<Located<number>> = {
  expected: 'how many rows precede the headings',
  read: ({ value, span }) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0
      ? { value, span }
      : undefined,
  schema: { type: 'integer', minimum: 0 },
};

const decimal: Reader<DecimalMark> = {
  expected: '"." or ","',
  read: ({ source }) => (source === '.' || source === ',' ? source : undefined),
  schema: { enum: ['.', ','] },
};

const dates: Reader<DateOrder> = {
  expected: 'the order of day, month and year, as in d.m.y, m/d/y or y-m-d',
  read: ({ source = '' }) => {
    const order = source
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .replace(/(.)\1+/g, '$1');
    return (['dmy', 'mdy', 'ymd'] as const).find((known) => known === order);
  },
  schema: { anyOf: [{ enum: ['d.m.y', 'm/d/y', 'y-m-d'] }, { type: 'string' }] },
};

const delimiterNames: ReadonlyMap<string, Delimiter> = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['\\t', '\t'],
  ['bar', '|'],
]);

const delimiter: Reader<Delimiter> = {
  expected: '",", ";", "|" or tab',
  read: ({ source = '' }) =>
    delimiters.find((known) => known === source) ?? delimiterNames.get(source.toLowerCase()),
  schema: { anyOf: [{ enum: [',', ';', '|', 'tab'] }, { type: 'string' }] },
};

const encoding: Reader<Located<string>> = {
  expected: 'an encoding, for example utf-8, windows-1252 or shift_jis',
  read: ({ source, span }) =>
    source !== undefined && isEncoding(source) ? { value: source, span } : undefined,
  schema: { type: 'string' },
};

/** The keys that say where data comes from, and how it is read. */
export const dataReaders = {
  data: { ...locatedText, schema: { ...anyScalar, suggests: 'file' } },
  skip,
  rows,
  decimal,
  dates,
  delimiter,
  encoding,
} as const;

export type DataSettings = {
  readonly [K in keyof typeof dataReaders]?: (typeof dataReaders)[K] extends Reader<infer T>
    ? T
    : never;
};
