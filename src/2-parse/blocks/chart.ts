import type { Tokens } from 'marked';
import type { Report } from '../../base/diagnostics/report.ts';
import { type Locate, parseYaml, type YamlEntry } from '../../base/yaml/yaml.ts';
import type { Chart, Code } from '../../model/blocks.ts';
import { buildChart } from '../chart/chart.ts';
import { ChartReport } from '../chart/chart-report.ts';
import { readData } from '../chart/data/data.ts';
import { readChartInfo } from '../chart/info.ts';
import { readChartSettings } from '../chart/keys.ts';
import type { FenceInfo } from '../fences/fence-info.ts';
import type { Source } from '../source.ts';
import { showSource } from './shown-source.ts';

/**
 * Parses a fenced block `chart bar "Title"`: YAML, followed by a blank line and comma-separated values
 * or with `data:` set to a file; or the values alone. If it has errors, its source is shown.
 */
export function parseChart(
  token: Tokens.Code,
  fence: FenceInfo,
  source: Source,
): readonly (Chart | Code)[] {
  const line = token.raw.split('\n')[0] ?? '';
  const span = source.span(0, line.trimEnd().length);
  const info = readChartInfo(fence, fence.language, source);
  const body = token.raw.slice(line.length + 1);
  const content = source.from(line.length + 1).within(body, token.text);
  const divided = divide(token.text);
  const { data, dataStart } = divided;
  const entries = parseSettings(divided, content.locate, source.report);
  if (!entries) return [showSource({ span, attributes: info.attributes }, token.text)];
  const settings = readChartSettings(entries, info.type, source.report);
  const locateInData: Locate = (offset, length) => content.span(dataStart + offset, length);
  const chartReport = new ChartReport(source.report);
  const sheet = readData(settings, data, locateInData, span, 'chart', chartReport, source);
  const chart = buildChart({ ...info, settings, sheet, span }, chartReport, source);
  return [chart ?? showSource({ span, attributes: info.attributes }, token.text)];
}

/** Parses the YAML of a block; `undefined` if it is broken, which is reported. */
export function parseSettings(
  { yaml, data }: Divided,
  locate: Locate,
  report: Report,
): readonly YamlEntry[] | undefined {
  const advising = report.changing((diagnostic) => {
    if (diagnostic.code !== 'yaml-syntax' || diagnostic.hint !== undefined) return diagnostic;
    return { ...diagnostic, hint: 'leave an empty line between the settings and the data' };
  });
  return parseYaml(yaml, locate, data === '' ? advising : report);
}

export interface Divided {
  readonly yaml: string;
  readonly data: string;
  readonly dataStart: number;
}

/** Splits a block at the first blank line into YAML and data; a block without keys is all data. */
export function divide(body: string): Divided {
  // Comments of YAML may precede the keys.
  const [comments = ''] = /^(?:[ \t]*(?:#.*)?\n)*/.exec(body) ?? [];
  const lead = comments.length + Math.max(0, body.slice(comments.length).search(/\S/));
  const rest = body.slice(lead);
  if (!/^[A-Za-z]\w*[ \t]*:(?:\s|$)/.test(rest)) return { yaml: '', data: body, dataStart: 0 };
  const blank = /\n[ \t]*\n/.exec(rest);
  if (!blank) return { yaml: body, data: '', dataStart: body.length };
  const yamlEnd = lead + blank.index + 1;
  const dataStart = lead + blank.index + blank[0].length;
  return { yaml: body.slice(0, yamlEnd), data: body.slice(dataStart), dataStart };
}
