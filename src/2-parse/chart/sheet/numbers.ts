import type { Faults } from '../errors.ts';
import type { Cell } from './csv.ts';
import { type Sheet, spanOfCell } from './sheet.ts';

/** What a place in a chart can show of a number. */
export type Demand = 'any' | 'part' | 'log' | 'size';

const refusals: Readonly<Record<Exclude<Demand, 'any'>, { message: string; hint: string }>> = {
  part: {
    message: 'a part of a whole is not negative',
    hint: 'a bar chart shows negative numbers',
  },
  log: {
    message: 'a logarithmic scale has only numbers above 0',
    hint: 'leave the cell empty for a gap, or take a linear scale',
  },
  size: { message: "a bubble's size is not negative", hint: 'leave the cell empty to skip it' },
};

export function isNumber(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text);
}

/** Whether somebody meant this as a number, be it written right or not. */
export function looksLikeNumber(text: string): boolean {
  return isNumber(text) || meantNumber(text) !== undefined;
}

/** The number of a cell; an empty cell is a gap, and so is, reported, what the chart cannot show. */
export function readNumber(
  cell: Cell,
  demand: Demand,
  sheet: Sheet,
  report: Faults,
): number | null {
  if (cell.text === '') return null;
  const number = isNumber(cell.text) ? Number(cell.text) : Number.NaN;
  if (!Number.isFinite(number)) {
    const hint = isNumber(cell.text) ? 'it is too large' : hintFor(cell.text);
    report.add('chart-number', spanOfCell(cell, sheet), `"${cell.text}" is not a number`, hint);
    return null;
  }
  if (demand === 'any' || number > 0 || (number === 0 && demand !== 'log')) return number;
  const { message, hint } = refusals[demand];
  report.add('chart-negative', spanOfCell(cell, sheet), `${cell.text}: ${message}`, hint);
  return null;
}

function hintFor(text: string): string | undefined {
  if (/^(?:[-–—?.]+|n\/?a|nan|null|none|nil|inf)$/i.test(text))
    return 'leave the cell empty for a gap';
  if (/^\d{4}-\d{2}/.test(text)) return 'dates go along the x axis, with "time: true"';
  const meant = meantNumber(text);
  return meant && `did you mean ${meant}?`;
}

/** Numbers as people write them: `12,4`, `1,234`, `1.234,5`, `1 234`, `$5`, `7 %`. */
function meantNumber(text: string): string | undefined {
  const bare = text.replace(/[\s\u00a0\u202f$€£¥%'’_]/g, '').replace('−', '-');
  const meant = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)
    ? bare.replaceAll(',', '')
    : bare.replace(/\.(?=[\d.]*,)/g, '').replace(',', '.');
  return isNumber(meant) ? meant : undefined;
}
