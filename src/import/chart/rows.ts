import { noCells } from './cells.ts';
import { datesOf, isDateFormat } from './dates.ts';
import type { ReadSeries } from './groups.ts';

/** The data of a chart as a table: the first row has the names of columns. */
export interface ChartTable {
  readonly rows: readonly (readonly string[])[];
  /** Whether the first column has dates. */
  readonly hasDates: boolean;
  /** The names of the columns of series, in their order. */
  readonly names: readonly string[];
}

interface TableOptions {
  /** The name of the first column. */
  readonly x: string;
  readonly is1904: boolean;
}

/** Categories in the first column, and a column for each series. */
export function categoryTable(
  series: readonly ReadSeries[],
  { x, is1904 }: TableOptions,
): ChartTable {
  const longest = series.reduce(
    (a, b) => (b.categories.values.length > a.values.length ? b.categories : a),
    noCells,
  );
  const count = series.reduce(
    (most, { values }) => Math.max(most, values.values.length),
    longest.values.length,
  );
  const hasDates = longest.isNumeric && isDateFormat(longest.format);
  const texts = hasDates ? datesOf(longest.values, longest.format, is1904) : longest.values;
  const categories = Array.from({ length: count }, (_, at) => {
    const text = texts[at] ?? '';
    return text === '' ? String(at + 1) : cleaned(text);
  });
  const names = uniqueNames([x, ...series.map(({ name }, at) => name || `Series ${at + 1}`)]);
  const rows = categories.map((category, at) => [
    category,
    ...series.map(({ values }) => numberText(values.values[at] ?? '')),
  ]);
  const written = rows.filter(
    (row, at) => row.slice(1).some((cell) => cell !== '') || (longest.values[at] ?? '') !== '',
  );
  return { rows: [names, ...written], hasDates, names: names.slice(1) };
}

/** Points: x and y, the size of bubbles, the names of points, and the series if there are several. */
export function pointTable(
  series: readonly ReadSeries[],
  labels: readonly (readonly string[])[],
  { x, y, is1904 }: TableOptions & { readonly y: string },
): ChartTable {
  const hasSizes = series.some(({ sizes }) => sizes.values.length > 0);
  const hasLabels = labels.some((own) => own.some((label) => label !== ''));
  const isGrouped = series.length > 1;
  const hasDates = series.some(({ categories }) => isDateFormat(categories.format));
  const names = uniqueNames([
    ...(hasLabels ? ['point'] : []),
    x,
    isGrouped ? y : series[0]?.name || y,
    ...(hasSizes ? ['size'] : []),
    ...(isGrouped ? ['series'] : []),
  ]);
  const rows = series.flatMap(({ name, categories, values, sizes }, index) => {
    const dates = hasDates ? datesOf(categories.values, categories.format, is1904) : [];
    return values.values.flatMap((value, at): readonly (readonly string[])[] => {
      const position = categories.isNumeric ? (categories.values[at] ?? '') : String(at + 1);
      if (value === '' || position === '') return [];
      return [
        [
          ...(hasLabels ? [labels[index]?.[at] ?? ''] : []),
          dates[at] ?? numberText(position),
          numberText(value),
          ...(hasSizes ? [numberText(sizes.values[at] ?? '')] : []),
          ...(isGrouped ? [name || `Series ${index + 1}`] : []),
        ],
      ];
    });
  });
  return { rows: [names, ...rows], hasDates, names };
}

/** Whether all series have the same positions, so that they can be columns of one table. */
export function sharePositions(series: readonly ReadSeries[]): boolean {
  const key = ({ categories }: ReadSeries): string => categories.values.join('\n');
  return new Set(series.map(key)).size <= 1;
}

/** A number as a person writes it: spreadsheets store 0.1 + 0.2 with 17 digits. */
function numberText(text: string): string {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return text.trim();
  const short = Number(number.toPrecision(15));
  return /e/.test(String(short)) ? short.toFixed(Math.abs(short) < 1 ? 12 : 0) : String(short);
}

function cleaned(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function uniqueNames(names: readonly string[]): readonly string[] {
  const used = new Map<string, number>();
  return names.map((name) => {
    const base = cleaned(name) || 'category';
    let own = base;
    let count = used.get(base.toLowerCase()) ?? 1;
    while (used.has(own.toLowerCase())) own = `${base} ${++count}`;
    used.set(base.toLowerCase(), count);
    used.set(own.toLowerCase(), used.get(own.toLowerCase()) ?? 1);
    return own;
  });
}
