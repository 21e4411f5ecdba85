import type { ChartReport } from '../chart-report.ts';
import { looksLikeDate } from '../notation/date-column.ts';
import { isFormulaError } from '../notation/gaps.ts';
import type { NumberColumn } from '../notation/number-column.ts';
import { splitNumber } from '../notation/number-notation.ts';
import type { Cell } from './csv.ts';
import { columnOf, type Sheet, spanOfCell } from './sheet.ts';

/** Which numbers are valid: any, those of a slice, of a logarithmic scale, or the size of a bubble. */
export type Constraint = 'any' | 'slice' | 'log' | 'size';

const constraintMessages: Readonly<
  Record<Exclude<Constraint, 'any'>, { message: string; hint: string }>
> = {
  slice: {
    message: 'a slice cannot be negative',
    hint: 'use a bar chart for negative numbers',
  },
  log: {
    message: 'values on a logarithmic scale must be greater than 0',
    hint: 'leave the cell empty for a gap, or use a linear scale',
  },
  size: {
    message: 'the size of a bubble cannot be negative',
    hint: 'leave the cell empty to omit the bubble',
  },
};

export function isNumber(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text);
}

/** Sums and ranges of such numbers are still exact enough to draw, and have ticks that differ. */
const [smallest, largest] = [1e-100, 1e100];

/** Whether a chart can draw this number. */
export function isInRange(number: number): boolean {
  const size = Math.abs(number);
  return size === 0 || (size >= smallest && size <= largest);
}

export const rangeHint = 'charts draw numbers from 1e-100 to 1e100, and 0; use another unit';

/** The columns in which at least one cell is a number. */
export function numericColumns({ header, numbers }: Sheet): readonly number[] {
  return [...header.keys()].filter((index) => numbers[index]?.plain.some(isPlainNumber));
}

function isPlainNumber(plain: string | undefined): boolean {
  return plain !== undefined && isNumber(plain);
}

/** The numbers of a column; null for a gap, or for an invalid number, which is reported. */
export function readNumbers(
  index: number,
  constraint: Constraint,
  sheet: Sheet,
  report: ChartReport,
): readonly (number | null)[] {
  const cells = columnOf(sheet, index);
  const column = sheet.numbers[index];
  reportDoubts(column, sheet, report);
  return cells.map((cell, i) => readNumber(cell, column?.plain[i], constraint, sheet, report));
}

function readNumber(
  cell: Cell,
  plain: string | undefined,
  constraint: Constraint,
  sheet: Sheet,
  report: ChartReport,
): number | null {
  if (plain === '') return null;
  if (plain === undefined || !isNumber(plain)) {
    const hint = hintFor(cell.text, plain);
    report.add('chart-number', spanOfCell(cell, sheet), `"${cell.text}" is not a number`, hint);
    return null;
  }
  const number = Number(plain);
  if (!isInRange(number)) {
    const message = `${cell.text} is too ${Math.abs(number) > 1 ? 'large' : 'small'} for a chart`;
    report.add('chart-number', spanOfCell(cell, sheet), message, rangeHint);
    return null;
  }
  if (constraint === 'any' || number > 0 || (number === 0 && constraint !== 'log')) return number;
  const { message, hint } = constraintMessages[constraint];
  report.add('chart-negative', spanOfCell(cell, sheet), `${cell.text}: ${message}`, hint);
  return null;
}

function hintFor(text: string, plain: string | undefined): string | undefined {
  if (isFormulaError(text)) {
    return 'the spreadsheet could not compute this cell: mend its formula, or empty the cell';
  }
  if (looksLikeDate(plain ?? text)) return 'dates belong on the x axis, with "time: true"';
  const number = /^[+-]?\d[\d.,]*(?=\s?\p{L}+\.?$)/u.exec(text)?.[0];
  if (number !== undefined) {
    return `write numbers alone: "${number}", not "${text}", all of a column in the same unit`;
  }
  return splitNumber(text)
    ? 'the other numbers of this column are written with another decimal mark'
    : 'leave the cell empty for a gap';
}

/** Reports numbers that have two readings, and columns with several units. */
function reportDoubts(
  { ambiguous, triangle, mixed }: Partial<NumberColumn> = {},
  sheet: Sheet,
  report: ChartReport,
): void {
  if (ambiguous) {
    const [point, comma] = ambiguous.readings;
    const message = `"${ambiguous.cell.text}" can be ${point} or ${comma}`;
    const hint = `add "decimal: '.'" for ${point}, or "decimal: ','" for ${comma}`;
    report.add('data-ambiguous', spanOfCell(ambiguous.cell, sheet), message, hint);
  }
  if (triangle) {
    const bare = triangle.text.replace(/[▲△▴▵]/, '').trim();
    const message = `"${triangle.text}" can be -${bare}, as in accounts in Japan, or +${bare}, an increase`;
    const hint = `write -${bare} or +${bare}; with ▼ in the column for a decrease, ▲ is an increase`;
    report.add('data-ambiguous', spanOfCell(triangle, sheet), message, hint);
  }
  if (mixed) {
    const [first, second] = mixed.units.map((unit) => (unit === '%' ? 'percentages' : unit));
    const message = `this column mixes ${first} and ${second}`;
    const hint = 'use one unit in a column';
    report.add('chart-number', spanOfCell(mixed.cell, sheet), message, hint);
  }
}
