import type { ChartType } from '../../../model/chart.ts';
import type { Located } from '../../../model/source.ts';
import type { ChartReport } from '../chart-report.ts';
import type { ChartSettings } from '../keys.ts';
import { looksLikeDate } from '../notation/date-column.ts';
import type { Scales } from '../scales.ts';
import { findNumbers } from './columns.ts';
import { dateText } from './dates.ts';
import { numericColumns } from './numbers.ts';
import { columnOf, findColumn, type Sheet } from './sheet.ts';

/** The columns that define the points of a chart. */
interface Roles {
  readonly x: number;
  readonly y: readonly number[];
  readonly size?: number;
  readonly label?: number;
  readonly group?: number;
}

/**
 * Finds the columns of a `scatter` or `bubble` chart. By default, x, y and the size are the first numeric
 * columns, and the first other column contains the labels. Reports missing columns.
 */
export function findRoles(
  type: ChartType,
  settings: ChartSettings,
  sheet: Sheet,
  { xScale }: Scales,
  report: ChartReport,
): Roles | undefined {
  const isTime = xScale === 'time';
  const found: (number | undefined)[] = [];
  const find = (name: Located<string> | undefined, finder = findNumbers): number | undefined => {
    if (!name) return undefined;
    const index = finder(name, sheet, report);
    found.push(index);
    return index;
  };
  const [size, ys] = [find(settings.size), settings.y?.map((name) => find(name))];
  const [label, group] = [find(settings.label, findColumn), find(settings.group, findColumn)];
  const ownX = find(settings.x, isTime ? findColumn : findNumbers);
  if (found.includes(undefined)) return undefined;

  const numeric = numericColumns(sheet);
  const holdsNumbers = new Set(numeric);
  const x = ownX ?? (isTime ? firstDates(sheet) : numeric.find((index) => !found.includes(index)));
  const free = numeric.filter((index) => index !== x && !found.includes(index));
  const hasOneY = type === 'bubble' || group !== undefined;
  const y = ys?.flatMap((index) => index ?? []) ?? free.splice(0, hasOneY ? 1 : free.length);
  const chosenSize = type === 'bubble' ? (size ?? free.shift()) : undefined;
  if (x === undefined || y.length === 0 || (type === 'bubble' && chosenSize === undefined)) {
    reportMissing(type, isTime, sheet, report);
    return undefined;
  }
  const texts = [...sheet.header.keys()].filter(
    (index) => index !== x && index !== group && !holdsNumbers.has(index),
  );
  const chosenLabel = label ?? texts[0];
  return {
    x,
    y,
    ...(chosenSize !== undefined && { size: chosenSize }),
    ...(chosenLabel !== undefined && { label: chosenLabel }),
    ...(group !== undefined && { group }),
  };
}

function firstDates(sheet: Sheet): number | undefined {
  return [...sheet.header.keys()].find((index) =>
    columnOf(sheet, index).some((cell) => looksLikeDate(dateText(cell))),
  );
}

function reportMissing(type: ChartType, isTime: boolean, sheet: Sheet, report: ChartReport): void {
  const needed = [isTime ? 'one with dates' : 'one for x', 'one for y'];
  if (type === 'bubble') needed.push('one for the size');
  const message = `a ${type} chart needs ${needed.length} columns: ${needed.join(', ')}`;
  report.add('chart-data', sheet.locate(0, 1), message);
}
