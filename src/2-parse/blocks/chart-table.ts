import type { Tokens } from 'marked';
import { parseYaml } from '../../base/yaml/yaml.ts';
import type { Chart } from '../../model/blocks.ts';
import { buildChart } from '../chart/chart.ts';
import { findChartComment } from '../chart/comment.ts';
import { Faults } from '../chart/errors.ts';
import { readChartInfo } from '../chart/info.ts';
import { readChartHead } from '../chart/keys.ts';
import { readTableSheet } from '../chart/sheet/table-sheet.ts';
import type { SlideContext } from '../context.ts';
import { readInfoPieces } from '../fences/fence-info.ts';
import type { SourceMap } from '../source-map.ts';
import type { Unit } from '../units.ts';

/**
 * A table under a comment `<!-- chart: bar "Title" -->`, which may hold a chart's keys on further
 * lines. Wherever else the file is read, it stays a table.
 */
export function parseChartTable(
  comment: Tokens.HTML,
  { inner, raw }: Unit,
  map: SourceMap,
  context: SlideContext,
): readonly Chart[] {
  const { report } = context;
  const found = findChartComment(comment.raw);
  if (!found) return [];
  const span = map.span(comment.raw.indexOf('<'), 4);
  const word = { text: 'chart', start: comment.raw.indexOf('chart') };
  const info = readChartInfo(readInfoPieces(found.info), word, map.from(found.infoStart), context);
  const entries = parseYaml(found.yaml, map.from(found.yamlStart).place, report);
  if (!entries) return [];
  const head = readChartHead(entries, info.type, report);
  const table = inner.at(-1);
  if (table?.type !== 'table') {
    const hint = 'a table stands right under the comment; a fence "chart" takes other data';
    report.add('chart-data', span, 'no table follows this comment', hint);
    return [];
  }
  if (head.data) report.add('chart-data', head.data.span, 'the data of this chart are its table');
  const at = map.from(raw.lastIndexOf(table.raw));
  const faults = new Faults(report);
  const sheet = readTableSheet(table, at, faults, context);
  const { type } = info;
  const chart = sheet && type && buildChart({ ...info, type, head, sheet, span }, faults, context);
  return chart ? [chart] : [];
}
