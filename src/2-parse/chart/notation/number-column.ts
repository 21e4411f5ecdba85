import type { Cell } from '../sheet/csv.ts';
import { isEastAsianUnit, isWholeCurrency } from './currency-names.ts';
import { isGap } from './gaps.ts';
import {
  type DecimalMark,
  normalizeNumber,
  splitNumber,
  type WrittenNumber,
} from './number-notation.ts';

/** The numbers of a column. */
export interface NumberColumn {
  /** In the notation of JavaScript, one per cell; empty for a gap, `undefined` where there is no number. */
  readonly plain: readonly (string | undefined)[];
  /** `%`, or a currency. */
  readonly unit?: string;
  /** The first number that has two readings, if nothing in the data decides which one is meant. */
  readonly ambiguous?: { readonly cell: Cell; readonly readings: readonly [string, string] };
  /** The first number with a triangle upwards, if no triangle downwards in its column decides that it is no minus. */
  readonly triangle?: Cell;
  /** The first number whose unit differs from those before it. */
  readonly mixed?: { readonly cell: Cell; readonly units: readonly [string, string] };
}

/** What is known of the numbers of a file before they are read. */
export interface NumberNotation {
  /** The decimal mark, if the author sets it. */
  readonly decimal?: DecimalMark | undefined;
  /** Whether `1.234` is a decimal number: where the comma divides cells, it is rarely the decimal mark as well. */
  readonly hasPoints: boolean;
}

/**
 * Reads the numbers of all columns. A column whose own marks allow two readings is read as the others of the same
 * file are.
 */
export function readNumberColumns(
  columns: readonly (readonly Cell[])[],
  { decimal, hasPoints }: NumberNotation,
): readonly NumberColumn[] {
  const read = columns.map((cells) => readNumberColumn(cells, decimal));
  if (decimal || !read.some(({ ambiguous }) => ambiguous)) return read;
  const marks = new Set(columns.flatMap((cells) => decidedMark(cells) ?? []));
  const [only] = marks.size === 1 ? marks : [];
  return read.map((column, i) => {
    if (!column.ambiguous) return column;
    const cells = columns[i] ?? [];
    const mark = only ?? (hasPoints && !cells.some(hasComma) ? '.' : undefined);
    return mark ? readNumberColumn(cells, mark) : column;
  });
}

function hasComma({ text }: Cell): boolean {
  return text.includes(',');
}

/** The decimal mark of a column of which some number would be invalid with the other one. */
function decidedMark(cells: readonly Cell[]): DecimalMark | undefined {
  const numbers = cells.flatMap(({ text, plain }) =>
    plain === undefined ? (splitNumber(text) ?? []) : [],
  );
  const valid = (['.', ','] as const).filter((mark) =>
    numbers.every((number) => normalizeNumber(number, mark) !== undefined),
  );
  return valid.length === 1 ? valid[0] : undefined;
}

/**
 * Reads the numbers of a column. The decimal mark is inferred from all of its cells: it is the one with which all
 * of them are valid.
 *
 * @param decimal the decimal mark, if the author or another column decides it
 */
function readNumberColumn(cells: readonly Cell[], decimal: DecimalMark | undefined): NumberColumn {
  const numbers = cells.map(({ text, plain }) =>
    plain === undefined && !isGap(text) ? splitNumber(text) : undefined,
  );
  const mark = decimal ?? decimalMarkOf(numbers) ?? markOfCurrency(numbers);
  const plain = cells.map((cell, i) => {
    const number = numbers[i];
    if (cell.plain !== undefined) return cell.plain;
    return isGap(cell.text) ? '' : number && normalizeNumber(number, mark ?? '.');
  });
  const units = cells.map((cell, i) => cell.unit ?? numbers[i]?.unit);
  const ambiguous = mark === undefined ? findAmbiguous(cells, numbers) : undefined;
  const hasScale = numbers.some((number) => number?.hasScale);
  const mixed = findMixed(cells, units, plain, hasScale);
  const unit = units.find((name) => name !== undefined);
  const triangle = findTriangle(cells, numbers);
  return {
    plain,
    ...(unit && { unit }),
    ...(ambiguous && { ambiguous }),
    ...(triangle && { triangle }),
    ...(mixed && { mixed }),
  };
}

function findTriangle(
  cells: readonly Cell[],
  numbers: readonly (WrittenNumber | undefined)[],
): Cell | undefined {
  if (cells.some(({ text }) => /[▼▽▾▿]/.test(text))) return undefined;
  return cells.find((_, i) => numbers[i]?.hasTriangle);
}

/** The decimal mark with which all numbers are valid; `undefined` if both would do and differ. */
function decimalMarkOf(numbers: readonly (WrittenNumber | undefined)[]): DecimalMark | undefined {
  const present = numbers.filter((number) => number !== undefined);
  const [points, commas] = (['.', ','] as const).map((mark) =>
    present.map((number) => normalizeNumber(number, mark)),
  ) as [(string | undefined)[], (string | undefined)[]];
  const isPoint = !points.includes(undefined);
  const isComma = !commas.includes(undefined);
  if (isPoint && isComma)
    return points.every((number, i) => number === commas[i]) ? '.' : undefined;
  if (isPoint !== isComma) return isPoint ? '.' : ',';
  // Neither is valid throughout: the one with fewer errors.
  const errors = (list: readonly unknown[]) => list.filter((number) => number === undefined).length;
  return errors(commas) < errors(points) ? ',' : '.';
}

/** The decimal mark that follows from a currency: `1,234円` is a thousand and more. */
function markOfCurrency(numbers: readonly (WrittenNumber | undefined)[]): DecimalMark | undefined {
  const amounts = numbers.filter((number) => number !== undefined);
  const are = (check: (unit: string) => boolean) =>
    amounts.every(({ unit }) => unit !== undefined && check(unit));
  if (are(isEastAsianUnit)) return '.';
  if (!are(isWholeCurrency)) return undefined;
  return (['.', ','] as const).find((mark) =>
    amounts.every((number) => Number.isInteger(Number(normalizeNumber(number, mark)))),
  );
}

function findAmbiguous(
  cells: readonly Cell[],
  numbers: readonly (WrittenNumber | undefined)[],
): NumberColumn['ambiguous'] {
  for (const [index, number] of numbers.entries()) {
    const point = number && normalizeNumber(number, '.');
    const comma = number && normalizeNumber(number, ',');
    if (point !== undefined && comma !== undefined && point !== comma) {
      const cell = cells[index];
      return cell && { cell, readings: [point, comma] };
    }
  }
  return undefined;
}

/** Percentages or millions and plain numbers, or two currencies, in one column; in accounting, only some have a currency. */
function findMixed(
  cells: readonly Cell[],
  units: readonly (string | undefined)[],
  plain: readonly (string | undefined)[],
  hasScale: boolean,
): NumberColumn['mixed'] {
  const isNeeded = hasScale || units.includes('%');
  let first: string | undefined;
  for (const [index, own] of units.entries()) {
    const isNumber = plain[index] !== undefined && plain[index] !== '';
    if (!isNumber || Number(plain[index]) === 0) continue;
    const unit = own ?? (isNeeded ? 'plain numbers' : undefined);
    if (unit === undefined) continue;
    first ??= unit;
    const cell = cells[index];
    if (unit !== first && cell) return { cell, units: [first, unit] };
  }
  return undefined;
}
