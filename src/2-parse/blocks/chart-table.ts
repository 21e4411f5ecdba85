import type { Tokens } from 'marked';
import { parseYaml } from '../../base/yaml/yaml.ts';
import type { Chart } from '../../model/blocks.ts';
import { buildChart } from '../chart/chart.ts';
import { findChartComment } from '../chart/comment.ts';
import { Faults } from '../chart/errors.ts';
import { readChartInfo } from '../chart/info.ts';
import { readChartHead } from '../chart/keys.ts';
import { readTableSheet } from '../chart/sheet/table-sheet.ts';
import { readInfoPieces } from '../fences/fence-info.ts';
import type { Source } from '../source.ts';
import type { Unit } from '../units.ts';

/**
 * A table under a comment `<!-- chart: bar "Title" -->`, which may hold a chart's keys on further
 * lines. Wherever else the file is read, it stays a table.
 */
export function parseChartTable(
  comment: Tokens.HTML,
  { inner, raw }: Unit,
  source: Source,
): readonly Chart[] {
  const { report } = source;
  const found = findChartComment(comment.raw);
  if (!found) return [];
  const span = source.span(comment.raw.indexOf('<'), 4);
  const word = { text: 'chart', start: comment.raw.indexOf('chart') };
  const info = readChartInfo(readInfoPieces(found.info), word, source.from(found.infoStart));
  const entries = parseYaml(found.yaml, source.from(found.yamlStart).place, report);
  if (!entries) return [];
  const head = readChartHead(entries, info.type, report);
  const table = inner.at(-1);
  if (table?.type !== 'table') {
    const hint = 'a table stands right under the comment; a fence "chart" takes other data';
    report.add('chart-data', span, 'no table follows this comment', hint);
    return [];
  }
  if (head.data) report.add('chart-data', head.data.span, 'the data of this chart are its table');
  const at = source.from(raw.lastIndexOf(table.raw));
  const faults = new Faults(report);
  const sheet = readTableSheet(table, at, faults);
  const { type } = info;
  const chart = sheet && type && buildChart({ ...info, type, head, sheet, span }, faults, source);
  return chart ? [chart] : [];
}
