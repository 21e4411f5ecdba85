import { spanAt } from '../../../base/span.ts';
import type { Locate } from '../../../base/yaml/yaml.ts';
import type { Located, Span } from '../../../model/source.ts';
import type { Source } from '../../source.ts';
import type { ChartReport } from '../chart-report.ts';
import { readCsvSheet } from '../sheet/csv-sheet.ts';
import { readGridSheet } from '../sheet/grid-sheet.ts';
import { readJsonSheet } from '../sheet/json-sheet.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { DataSettings } from './data-keys.ts';

/**
 * Reads the data of a chart or table, from a file or inline.
 *
 * @param own the inline data; may be blank
 * @param block where missing data is reported
 * @param kind `chart` or `table`, for messages
 */
export function readData(
  settings: DataSettings,
  own: string,
  locate: Locate,
  block: Span,
  kind: 'chart' | 'table',
  report: ChartReport,
  source: Source,
): Sheet | undefined {
  const { data: file } = settings;
  if (own.trim() === '') {
    if (file) return readFile(file, settings, report, source);
    const hint = 'set "data:" to a file, or write the values after a blank line';
    report.add('chart-data', block, `this ${kind} has no data`, hint);
    return undefined;
  }
  if (!file) return readCsvSheet(own, undefined, false, settings, locate, report);
  const message = `this ${kind} has both inline data and a data file`;
  report.add('chart-data', file.span, message);
  return undefined;
}

const readable = /^(.*\.(csv|tsv|tab|txt|json|xlsx|xlsm|xltx|xls|xlsb|ods|numbers))(?:#(.*))?$/is;

function readFile(
  { value, span }: Located<string>,
  settings: DataSettings,
  report: ChartReport,
  source: Source,
): Sheet | undefined {
  const [, path, extension = '', part = ''] = readable.exec(value) ?? [];
  if (path === undefined) {
    report.add('chart-data', span, 'data must be a .csv, .tsv, .json or .xlsx file');
    return undefined;
  }
  const encoding = settings.encoding?.value;
  const read = source.dataAt({ path, part, span, ...(encoding && { encoding }) });
  if (!read) return undefined;
  if (read.kind === 'grid') return readGridSheet(read, settings, report);
  const { file } = read;
  const locate: Locate = (offset, length) => spanAt(file, offset, length);
  const kind = extension.toLowerCase();
  if (kind === 'json') {
    return readJsonSheet(file.text, { value: part, span }, settings, locate, report);
  }
  if (part !== '') {
    const hint = 'use "rows:" to choose rows';
    report.add('data-part', span, 'a text file has no sheets; remove "#" and what follows', hint);
    return undefined;
  }
  const isTabbed = /^ta?[sb]v?$/.test(kind) && file.text.includes('\t');
  return readCsvSheet(file.text, isTabbed ? '\t' : undefined, true, settings, locate, report);
}
