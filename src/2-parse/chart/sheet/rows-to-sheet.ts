import type { Locate } from '../../../base/yaml/yaml.ts';
import type { ChartReport } from '../chart-report.ts';
import type { DataSettings } from '../data/data-keys.ts';
import type { Cell, Row } from './csv.ts';
import { checkSheet, type Sheet, spanOfCell } from './sheet.ts';

interface Rows {
  readonly rows: readonly Row[];
  /** The number of the first row of a range. */
  readonly firstRow: number;
  readonly locate: Locate;
}

interface RowsKind {
  /** The hint for a row with too many cells. */
  readonly surplusHint: string;
  /** Rows may lack empty cells at the end. */
  readonly mayBeShort: boolean;
  /** Whether the rows come from a file, in which a spreadsheet shows their numbers. */
  readonly isFile: boolean;
  /** See {@link NumberNotation}. */
  readonly hasPoints: boolean;
}

/** Selects the rows of the data, and separates the headings from them. */
export function buildSheet(
  { rows, firstRow, locate }: Rows,
  { surplusHint, mayBeShort, isFile, hasPoints }: RowsKind,
  settings: DataSettings,
  report: ChartReport,
): Sheet | undefined {
  const selected = selectRows(rows, firstRow, settings, report);
  if (!selected) return undefined;
  for (const { cells } of selected) reportUncomputed(cells, locate, report);
  const width = widthOf(selected);
  const trimmed = selected.map(({ number, cells }) => ({ number, cells: cells.slice(0, width) }));
  const [header, ...others] = trimmed;
  const headings = header?.cells ?? [];
  if (isFile && reportTitle(dropEmptyEnd(headings), others, locate, report)) {
    return undefined;
  }
  const full = others.map(({ cells }) => cells);
  const filled = mayBeShort ? full.map((cells) => fill(cells, width)) : full;
  const lines = { header: mayBeShort ? fill(headings, width) : headings, rows: filled, locate };
  const sheet = checkSheet(lines, report, surplusHint, {
    decimal: settings.decimal,
    hasPoints,
  });
  if (sheet && isFile) warnOfEnd(sheet, others, settings, report);
  return sheet && { ...sheet, ...(settings.dates && { dates: settings.dates }) };
}

function selectRows(
  rows: readonly Row[],
  firstRow: number,
  { skip, rows: range }: DataSettings,
  report: ChartReport,
): readonly Row[] | undefined {
  if (skip && range) {
    const message = '"skip" and "rows" both say where the data begins';
    report.add('value-invalid', skip.span, message, 'use one of them');
  }
  const first = range?.value.first ?? firstRow + (skip?.value ?? 0);
  const last = range?.value.last ?? Number.POSITIVE_INFINITY;
  const selected = rows.filter(({ number }) => number >= first && number <= last);
  const key = range ?? skip;
  if (selected.length > 0 || !key || rows.length === 0) return selected;
  const message = `there are no rows from ${first} on; the last one is ${rows.at(-1)?.number}`;
  report.add('value-invalid', key.span, message);
  return undefined;
}

function reportUncomputed(cells: readonly Cell[], locate: Locate, report: ChartReport): void {
  for (const cell of cells.filter(({ isUncomputed }) => isUncomputed)) {
    const message = 'the value of this formula is not stored in the file';
    const hint = 'open the workbook in a spreadsheet program and save it';
    report.add('data-file', spanOfCell(cell, { locate }), message, hint);
  }
}

/** The number of columns, without those at the end that are empty from top to bottom. */
function widthOf(rows: readonly Row[]): number {
  let width = 0;
  for (const { cells } of rows) {
    const last = cells.findLastIndex(({ text }) => text !== '');
    width = Math.max(width, last + 1);
  }
  return width;
}

function dropEmptyEnd(cells: readonly Cell[]): readonly Cell[] {
  return cells.slice(0, cells.findLastIndex(({ text }) => text !== '') + 1);
}

function fill(cells: readonly Cell[], width: number): readonly Cell[] {
  const last = cells.at(-1);
  // A row with one cell is a remark, not a row of data.
  if (!last || cells.length >= width || (cells.length === 1 && width > 2)) return cells;
  const gap = { text: '', start: last.start, length: Math.max(1, last.length) };
  return [...cells, ...Array.from({ length: width - cells.length }, () => gap)];
}

/** Reports a title above the headings: a row with one cell above rows with several. */
function reportTitle(
  header: readonly Cell[],
  rows: readonly Row[],
  locate: Locate,
  report: ChartReport,
): boolean {
  const [first] = header;
  const wide = rows.find(({ cells }) => dropEmptyEnd(cells).length > 1);
  if (header.length !== 1 || !first || !wide) return false;
  const skipped = wide.number - 1;
  const message = `expected the headings of the columns, found "${first.text}" alone`;
  const hint = `if the headings are in row ${wide.number}, add "skip: ${skipped}"`;
  report.add('chart-data', spanOfCell(first, { locate }), message, hint);
  return true;
}

const totals =
  /^(?:grand |sub|zwischen)?(?:totals?|sum|sums|summe|gesamt|insgesamt|gesamtsumme|gesamtergebnis|total général|totale|totaal|suma|razem|celkem|összesen|soma|итого|всего|σύνολο|合計|合计|总计|總計|계|합계|toplam|yhteensä|sammanlagt|i alt)\b[ :]*/iu;

/** A colon, an asterisk or a footnote sign, or at least four words. */
const remark = /:|^[*¹²³†(]|\S+\s\S+\s\S+\s\S/;

/** Warns of a last row that is a total or a remark, which a chart would show as one more category. */
function warnOfEnd(
  sheet: Sheet,
  rows: readonly Row[],
  { rows: range }: DataSettings,
  report: ChartReport,
): void {
  const [cells, row] = [sheet.rows.at(-1), rows.at(-1)];
  const [first, ...others] = cells ?? [];
  if (!first || !row || range || sheet.rows.length < 2) return;
  const [start, end] = [sheet.rows.length, row.number];
  const hint = `leave it out with "rows: ${(rows[0]?.number ?? 2) - 1}-${rows[start - 2]?.number ?? end - 1}"`;
  if (totals.test(first.text)) {
    const message = `the last row, "${first.text}", looks like a total of the others`;
    report.add('data-rows', spanOfCell(first, sheet), message, hint);
  } else if (remark.test(first.text) && others.every(({ text }) => text === '')) {
    const message = `the last row, "${first.text}", looks like a remark`;
    report.add('data-rows', spanOfCell(first, sheet), message, hint);
  }
}
