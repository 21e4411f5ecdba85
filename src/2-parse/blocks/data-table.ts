import type { Tokens } from 'marked';
import { readKeys } from '../../base/yaml/schema.ts';
import type { Locate } from '../../base/yaml/yaml.ts';
import type { Attributes, Table } from '../../model/blocks.ts';
import type { Inline } from '../../model/inline.ts';
import type { Located, Span } from '../../model/source.ts';
import { attributeUses, mergeAttributes, readAttributes } from '../attributes/attributes.ts';
import { ChartReport } from '../chart/chart-report.ts';
import { readData } from '../chart/data/data.ts';
import { dataReaders } from '../chart/data/data-keys.ts';
import { count, names } from '../chart/keys.ts';
import { numericColumns } from '../chart/sheet/numbers.ts';
import { findColumn, type Sheet } from '../chart/sheet/sheet.ts';
import type { FenceInfo } from '../fences/fence-info.ts';
import { readFenceOptions } from '../fences/fence-options.ts';
import type { Source } from '../source.ts';
import { divide, parseSettings } from './chart.ts';

/** More cells than a slide can show. */
const maxCells = 1000;

const readers = { ...dataReaders, columns: names, limit: count } as const;

/**
 * Parses a fenced block `table`: YAML, followed by a blank line and comma-separated values or with `data:` set to a
 * file; or the values alone. Columns of numbers are aligned right.
 *
 * @param own the attributes on the line below it
 */
export function parseDataTable(
  token: Tokens.Code,
  fence: FenceInfo,
  own: Attributes,
  source: Source,
): readonly Table[] {
  const line = token.raw.split('\n')[0] ?? '';
  const span = source.span(0, line.trimEnd().length);
  readFenceOptions(fence, [], 'only attributes such as {.class} may follow "table"', source);
  const attributes = fence.attributeLists
    .map(({ text, start }) => readAttributes(text, source.from(start), attributeUses.block))
    .reduce(mergeAttributes, own);
  const content = source.from(line.length + 1).within(token.raw.slice(line.length + 1), token.text);
  const divided = divide(token.text);
  const { data, dataStart } = divided;
  const entries = parseSettings(divided, content.locate, source.report);
  if (!entries) return [];
  const settings = readKeys(entries, readers, source.report);
  const locate: Locate = (offset, length) => content.span(dataStart + offset, length);
  const report = new ChartReport(source.report);
  const sheet = readData(settings, data, locate, span, 'table', report, source);
  if (!sheet) return [];
  const columns = chooseColumns(sheet, settings.columns, report);
  const rows = sheet.rows.slice(0, settings.limit ?? sheet.rows.length);
  if (rows.length * columns.length > maxCells) {
    reportSize(rows.length, columns.length, settings.data?.span ?? span, report);
    return [];
  }
  const numeric = new Set(numericColumns(sheet).filter((index) => isAllNumbers(sheet, index)));
  return [
    {
      kind: 'table',
      span,
      attributes,
      align: columns.map((index) => (numeric.has(index) && index > 0 ? 'right' : undefined)),
      header: columns.map((index) => textOf(sheet.header[index]?.text)),
      rows: rows.map((row) => columns.map((index) => textOf(row[index]?.text))),
    },
  ];
}

function chooseColumns(
  sheet: Sheet,
  chosen: readonly Located<string>[] | undefined,
  report: ChartReport,
): readonly number[] {
  if (!chosen) return [...sheet.header.keys()];
  return chosen.flatMap((name) => findColumn(name, sheet, report) ?? []);
}

function reportSize(rows: number, columns: number, span: Span, report: ChartReport): void {
  const message = `a table of ${rows} rows and ${columns} columns does not fit on a slide`;
  const hint = 'choose some with "columns:", "limit:" or "rows:"';
  report.add('chart-data', span, message, hint);
}

function isAllNumbers({ numbers }: Sheet, index: number): boolean {
  return numbers[index]?.plain.every((plain) => plain !== undefined) ?? false;
}

function textOf(text = ''): readonly Inline[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}
