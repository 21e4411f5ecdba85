import type { Tokens } from 'marked';
import { findChartComment } from '../../1-load/lexing/chart-comment.ts';
import type { ChartTable } from '../../1-load/lexing/nest-tokens.ts';
import { parseYaml } from '../../base/yaml/yaml.ts';
import type { Chart } from '../../model/blocks.ts';
import { buildChart } from '../chart/chart.ts';
import { ChartReport } from '../chart/chart-report.ts';
import { readChartInfo } from '../chart/info.ts';
import { readChartSettings } from '../chart/keys.ts';
import { readTableSheet } from '../chart/sheet/table-sheet.ts';
import { readInfoPieces } from '../fences/fence-info.ts';
import type { Source } from '../source.ts';

/**
 * Parses a table below a comment `<!-- chart: bar "Title" -->`, which may contain the settings of the
 * chart on further lines. Other Markdown renderers show the table.
 */
export function parseChartTable(
  { comment, table, tableStart }: ChartTable,
  source: Source,
): readonly Chart[] {
  const { report } = source;
  const read = readComment(comment, source);
  if (!read) return [];
  const { settings, type } = read;
  const { data, skip, rows, encoding } = settings;
  for (const [key, value] of Object.entries({ data, skip, rows, encoding })) {
    if (!value) continue;
    const message = `this chart takes its data from the table below; remove "${key}:"`;
    report.add('chart-data', value.span, message);
  }
  const chartReport = new ChartReport(report);
  const sheet = readTableSheet(table, source.from(tableStart), settings, chartReport);
  const chart = buildChart({ ...read, type, sheet }, chartReport, source);
  return chart ? [chart] : [];
}

/** Reports a chart's comment that no table follows, after what is wrong in it. */
export function reportWithoutTable(comment: Tokens.HTML, source: Source): readonly Chart[] {
  const read = readComment(comment, source);
  if (read) {
    const hint = 'put a table directly below it; use a fenced "chart" block for other data';
    source.report.add('chart-data', read.span, 'no table follows this comment', hint);
  }
  return [];
}

function readComment(comment: Tokens.HTML, source: Source) {
  const found = findChartComment(comment.raw);
  if (!found) return undefined;
  const word = { text: 'chart', start: comment.raw.indexOf('chart') };
  const info = readChartInfo(readInfoPieces(found.info), word, source.from(found.infoStart));
  const entries = parseYaml(found.yaml, source.from(found.yamlStart).locate, source.report);
  if (!entries) return undefined;
  const settings = readChartSettings(entries, info.type, source.report);
  return { ...info, settings, span: source.span(comment.raw.indexOf('<'), 4) };
}
