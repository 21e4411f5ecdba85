import { spanAt } from '../../../base/span.ts';
import type { Locate } from '../../../base/yaml/yaml.ts';
import type { Located, Span } from '../../../model/source.ts';
import type { Source } from '../../source.ts';
import type { ChartReport } from '../chart-report.ts';
import { guessSeparator, readCsvSheet } from '../sheet/csv-sheet.ts';
import { readJsonSheet } from '../sheet/json-sheet.ts';
import type { Sheet } from '../sheet/sheet.ts';

/**
 * Reads the data of a chart, from a file or inline.
 *
 * @param own the inline data; may be blank
 * @param chart where missing data is reported
 */
export function readData(
  file: Located<string> | undefined,
  own: string,
  locate: Locate,
  chart: Span,
  report: ChartReport,
  source: Source,
): Sheet | undefined {
  if (own.trim() === '') {
    if (file) return readFile(file, report, source);
    const hint = 'set "data:" to a file, or write the values after a blank line';
    report.add('chart-data', chart, 'this chart has no data', hint);
    return undefined;
  }
  if (!file) return readCsvSheet(own, guessSeparator(own), locate, report);
  const message = 'this chart has both inline data and a data file';
  report.add('chart-data', file.span, message);
  return undefined;
}

function readFile(
  { value, span }: Located<string>,
  report: ChartReport,
  source: Source,
): Sheet | undefined {
  const ending = /\.(csv|tsv|json)$/i.exec(value)?.[1]?.toLowerCase();
  if (ending === undefined) {
    report.add('chart-data', span, 'chart data must be a .csv, .tsv or .json file');
    return undefined;
  }
  const read = source.fileAt(value, span);
  if (!read) return undefined;
  const locate: Locate = (offset, length) => spanAt(read, offset, length);
  if (ending === 'json') return readJsonSheet(read.text, locate, report);
  return readCsvSheet(read.text, ending === 'tsv' ? '\t' : ',', locate, report);
}
