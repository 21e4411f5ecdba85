import type { Tokens } from 'marked';
import { parseYaml } from '../../base/yaml/yaml.ts';
import type { Chart } from '../../model/blocks.ts';
import { buildChart } from '../chart/chart.ts';
import { ChartReport } from '../chart/chart-report.ts';
import { findChartComment } from '../chart/comment.ts';
import { readChartInfo } from '../chart/info.ts';
import { readChartSettings } from '../chart/keys.ts';
import { readTableSheet } from '../chart/sheet/table-sheet.ts';
import { readInfoPieces } from '../fences/fence-info.ts';
import type { Source } from '../source.ts';
import type { Unit } from '../units.ts';

/**
 * Parses a table below a comment `<!-- chart: bar "Title" -->`, which may contain the settings of the
 * chart on further lines. Other Markdown renderers show the table.
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
  const settings = readChartSettings(entries, info.type, report);
  const table = inner.at(-1);
  if (table?.type !== 'table') {
    const hint = 'put a table directly below it; use a fenced "chart" block for other data';
    report.add('chart-data', span, 'no table follows this comment', hint);
    return [];
  }
  if (settings.data)
    report.add(
      'chart-data',
      settings.data.span,
      'this chart takes its data from the table below; remove "data:"',
    );
  const at = source.from(raw.lastIndexOf(table.raw));
  const chartReport = new ChartReport(report);
  const sheet = readTableSheet(table, at, chartReport);
  const { type } = info;
  const chart =
    sheet && type && buildChart({ ...info, type, settings, sheet, span }, chartReport, source);
  return chart ? [chart] : [];
}
