import { spanAt } from '../../../base/span.ts';
import type { Place } from '../../../base/yaml/yaml.ts';
import type { Located, Span } from '../../../model/source.ts';
import type { Source } from '../../source.ts';
import type { Faults } from '../errors.ts';
import { guessSeparator, readCsvSheet } from '../sheet/csv-sheet.ts';
import { readJsonSheet } from '../sheet/json-sheet.ts';
import type { Sheet } from '../sheet/sheet.ts';

/**
 * Reads a chart's data, from the file that it names or from its own lines.
 *
 * @param chart the place to blame where there are none
 */
export function readData(
  file: Located<string> | undefined,
  own: string,
  place: Place,
  chart: Span,
  report: Faults,
  source: Source,
): Sheet | undefined {
  if (own.trim() === '') {
    if (file) return readFile(file, report, source);
    const hint = 'name a file with "data:", or write values below a blank line';
    report.add('chart-data', chart, 'this chart has no data', hint);
    return undefined;
  }
  if (!file) return readCsvSheet(own, guessSeparator(own), place, report);
  const message = 'this chart has data of its own and names a file as well';
  report.add('chart-data', file.span, message);
  return undefined;
}

function readFile(
  { value, span }: Located<string>,
  report: Faults,
  source: Source,
): Sheet | undefined {
  const ending = /\.(csv|tsv|json)$/i.exec(value)?.[1]?.toLowerCase();
  if (ending === undefined) {
    report.add('chart-data', span, 'data are read from a .csv, .tsv or .json file');
    return undefined;
  }
  const read = source.fileAt(value, span);
  if (!read) return undefined;
  const place: Place = (offset, length) => spanAt(read, offset, length);
  if (ending === 'json') return readJsonSheet(read.text, place, report);
  return readCsvSheet(read.text, ending === 'tsv' ? '\t' : ',', place, report);
}
