import type { Place } from '../1-load/yaml.ts';
import type { ChartSeries, Located } from '../deck.ts';
import { type Report, suggest } from '../diagnostics.ts';
import { type Cell, parseCsv } from './csv.ts';

/** What a chart shows: a column of categories and one or more of numbers. */
export interface ChartTable {
  /** The heading of the categories. */
  readonly x: string;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** More than anyone can see on a slide, and few enough to stay quick. */
const maxCells = 100_000;

/**
 * Reads comma-separated values whose first row holds the headings.
 *
 * @param x the column of categories; the first one by default
 * @param y the columns of numbers; all others that hold some by default
 */
export function readChartTable(
  text: string,
  place: Place,
  x: Located<string> | undefined,
  y: readonly Located<string>[] | undefined,
  report: Report,
): ChartTable | undefined {
  const [header, ...rows] = parseCsv(text);
  if (!header || rows.length === 0) {
    const hint = 'the first line holds the headings, each further one a category and its numbers';
    report.add('chart-data', place(0, 1), 'there are no rows of data', hint);
    return undefined;
  }
  if (header.length * rows.length > maxCells) {
    report.add(
      'chart-data',
      place(0, 1),
      `more than ${maxCells} cells of data`,
      'sum them up first',
    );
    return undefined;
  }
  if (reportRagged(header, rows, place, report)) return undefined;
  const names = header.map((cell) => cell.text);
  const xIndex = x ? findColumn(x, names, report) : 0;
  const hasNumbers = (index: number) => rows.some((row) => isNumber(row[index]?.text ?? ''));
  const yIndexes = y
    ? y.map((name) => findColumn(name, names, report))
    : [...names.keys()].filter((index) => index !== xIndex && hasNumbers(index));
  if (yIndexes.length === 0) {
    report.add('chart-data', place(0, 1), 'no column holds numbers');
    return undefined;
  }
  if (xIndex === undefined || yIndexes.includes(undefined)) return undefined;
  reportDuplicates(
    rows.flatMap((row) => row[xIndex] ?? []),
    place,
    report,
  );
  return {
    x: names[xIndex] ?? '',
    labels: rows.map((row) => row[xIndex]?.text ?? ''),
    series: yIndexes.map((index = 0) => ({
      name: names[index] ?? '',
      stepped: false,
      axis: 'left',
      highlight: false,
      values: rows.map((row) => readNumber(row[index], place, report)),
    })),
  };
}

function reportRagged(
  header: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  place: Place,
  report: Report,
): boolean {
  const ragged = rows.filter((row) => row.length !== header.length);
  for (const row of ragged) {
    const message = `this row has ${row.length} cells, the first one ${header.length}`;
    const hint =
      row.length > header.length ? 'a cell with a comma in it stands in double quotes' : undefined;
    report.add(
      'chart-ragged',
      place(row[0]?.start ?? 0, Math.max(1, row[0]?.length ?? 1)),
      message,
      hint,
    );
  }
  return ragged.length > 0;
}

function findColumn(
  { value, span }: Located<string>,
  names: readonly string[],
  report: Report,
): number | undefined {
  const index = names.indexOf(value);
  if (index >= 0) return index;
  report.add('chart-column', span, `the data have no column "${value}"`, suggest(value, names));
  return undefined;
}

function reportDuplicates(cells: readonly Cell[], place: Place, report: Report): void {
  const seen = new Set<string>();
  for (const { text, start, length } of cells) {
    if (seen.has(text)) {
      report.add(
        'chart-duplicate',
        place(start, Math.max(1, length)),
        `the category "${text}" stands there twice`,
      );
    }
    seen.add(text);
  }
}

function isNumber(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text);
}

/** The number of a cell; an empty cell is a gap. */
function readNumber(cell: Cell | undefined, place: Place, report: Report): number | null {
  if (!cell || cell.text === '') return null;
  if (isNumber(cell.text)) return Number(cell.text);
  const meant = meantNumber(cell.text);
  const hint = meant === undefined ? undefined : `did you mean ${meant}?`;
  report.add(
    'chart-number',
    place(cell.start, cell.length),
    `"${cell.text}" is not a number`,
    hint,
  );
  return null;
}

/** Numbers as people write them: `12,4`, `1,234`, `1 234`, `$5`, `7 %`. */
function meantNumber(text: string): string | undefined {
  const bare = text.replace(/[\s\u00a0\u202f$€£¥%'’_]/g, '');
  const meant = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)
    ? bare.replaceAll(',', '')
    : bare.replace(',', '.');
  return isNumber(meant) ? meant : undefined;
}
