import type { Located } from '../../../model/source.ts';
import type { ChartReport } from '../chart-report.ts';
import type { Cell } from './csv.ts';
import { type Sheet, spanOfCell } from './sheet.ts';

/** A chart has no place for more. In characters. */
const maxLength = 200;

/** The text of a cell as it is drawn; reports a text that is cut. */
export function labelOf(cell: Cell, sheet: Pick<Sheet, 'locate'>, report: ChartReport): string {
  if (cell.text.length <= maxLength) return cell.text;
  return cutLabel({ value: cell.text, span: spanOfCell(cell, sheet) }, report);
}

/** A text as it is drawn in a chart; reports a text that is cut. */
export function cutLabel({ value, span }: Located<string>, report: ChartReport): string {
  if (value.length <= maxLength) return value;
  const message = `this label has ${value.length} characters; a chart shows the first ${maxLength}`;
  report.add('chart-crowded', span, message, 'shorten it');
  return `${value.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Cuts the headings, which name the series. */
export function cutHeadings(sheet: Sheet, report: ChartReport): Sheet {
  const header = sheet.header.map((cell) => ({ ...cell, text: labelOf(cell, sheet, report) }));
  return { ...sheet, header };
}
