import type { ChartReport } from '../chart-report.ts';
import type { Cell } from './csv.ts';
import { type Sheet, spanOfCell } from './sheet.ts';

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

/** Whether a text is a number, or is meant as one in another format. */
export function looksLikeNumber(text: string): boolean {
  return isNumber(text) || guessNumber(text) !== undefined;
}

/** The number of a cell; null for a gap: an empty cell, or an invalid number, which is reported. */
export function readNumber(
  cell: Cell,
  constraint: Constraint,
  sheet: Sheet,
  report: ChartReport,
): number | null {
  if (cell.text === '') return null;
  const number = isNumber(cell.text) ? Number(cell.text) : Number.NaN;
  if (!Number.isFinite(number)) {
    const hint = isNumber(cell.text) ? 'the number is too large' : hintFor(cell.text);
    report.add('chart-number', spanOfCell(cell, sheet), `"${cell.text}" is not a number`, hint);
    return null;
  }
  if (constraint === 'any' || number > 0 || (number === 0 && constraint !== 'log')) return number;
  const { message, hint } = constraintMessages[constraint];
  report.add('chart-negative', spanOfCell(cell, sheet), `${cell.text}: ${message}`, hint);
  return null;
}

function hintFor(text: string): string | undefined {
  if (/^(?:[-–—?.]+|n\/?a|nan|null|none|nil|inf)$/i.test(text))
    return 'leave the cell empty for a gap';
  if (/^\d{4}-\d{2}/.test(text)) return 'dates belong on the x axis, with "time: true"';
  const meant = guessNumber(text);
  return meant && `did you mean ${meant}?`;
}

/** Normalizes common notations of numbers: `12,4`, `1,234`, `1.234,5`, `1 234`, `$5`, `7 %`. */
function guessNumber(text: string): string | undefined {
  const bare = text.replace(/[\s\u00a0\u202f$€£¥%'’_]/g, '').replace('−', '-');
  const meant = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)
    ? bare.replaceAll(',', '')
    : bare.replace(/\.(?=[\d.]*,)/g, '').replace(',', '.');
  return isNumber(meant) ? meant : undefined;
}
