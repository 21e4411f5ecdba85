import { csvCell } from '../../../../base/text/csv-cell.ts';
import { yamlText } from '../../yaml-text.ts';

/** A chart as Lectern writes it. */
export interface WrittenChart {
  /** After the backticks. */
  readonly info: string;
  readonly text: string;
  /** Whether its author chose colors. */
  readonly hasColors: boolean;
}

type Json = { readonly [key: string]: unknown };

interface Series {
  label: string;
  type?: string;
  data: readonly unknown[];
}

/**
 * Reads the values of a chart: rows of CSV are series, below a row with the labels.
 *
 * @param comments JSON with the `data` and `options` of Chart.js, which come first
 */
export function readChartConfig(
  type: string,
  csv: string,
  comments: readonly string[],
): WrittenChart | undefined {
  const configs = comments.flatMap((text) => parseJson(text));
  const data = merge(configs.map((config) => objectOf(config.data)));
  const options = merge(configs.map((config) => objectOf(config.options)));
  const series: Series[] = arrayOf(data.datasets).map((each) => {
    const { label, type: own, data: values } = objectOf(each);
    return {
      label: textOf(label),
      data: arrayOf(values),
      ...(typeof own === 'string' && { type: own }),
    };
  });
  const rows = csv.split('\n').filter((line) => line.trim() !== '');
  const labels = arrayOf(data.labels).map(textOf);
  if (labels.length === 0 && rows.length > 0) labels.push(...cells(rows.shift() ?? '').slice(1));
  for (const [i, row] of rows.entries()) {
    const [label = '', ...values] = cells(row);
    series[i] = { ...series[i], label: series[i]?.label || label, data: values };
  }
  if (series.length === 0 || series.every((each) => each.data.length === 0)) return undefined;
  const table = isPoints(series) ? pointRows(series) : categoryRows(labels, series);
  const hasColors = /"(?:border|background|pointBackground|hover\w*)Color"/i.test(comments.join());
  const keys = yamlText(keysOf(type, options, series));
  const text = `${keys}${keys === '' ? '' : '\n'}${table.map(csvLine).join('\n')}`;
  return { info: `chart ${type}`, text, hasColors };
}

/** The keys of a chart that say what options of Chart.js do, in its version 2, too. */
function keysOf(type: string, options: Json, series: readonly Series[]) {
  const plugins = objectOf(options.plugins);
  const scales = objectOf(options.scales);
  const title = [plugins.title, options.title].map(objectOf).find(({ text }) => text);
  const axes = ['x', 'y', 'xAxes', 'yAxes'].flatMap((key) => {
    const axis = scales[key];
    return Array.isArray(axis) ? axis.map(objectOf) : [objectOf(axis)];
  });
  const lines = type === 'bar' ? series.filter((each) => each.type === 'line') : [];
  const isStacked = axes.some(({ stacked }) => stacked === true);
  return {
    title: title && [title.text].flat().map(textOf).join(' '),
    stacked: isStacked && (type === 'bar' || type === 'area') ? true : undefined,
    horizontal: type === 'bar' && options.indexAxis === 'y' ? true : undefined,
    line: lines.length > 0 ? lines.map(({ label }) => label) : undefined,
    scale: axes.some((axis) => axis.type === 'logarithmic') ? 'log' : undefined,
  };
}

function categoryRows(labels: readonly string[], series: readonly Series[]): readonly string[][] {
  const count = Math.max(labels.length, ...series.map(({ data }) => data.length));
  const header = ['', ...series.map(({ label }, i) => label || `Series ${i + 1}`)];
  const rows = Array.from({ length: count }, (_, i) => [
    labels[i] ?? String(i + 1),
    ...series.map(({ data }) => textOf(data[i]).trim()),
  ]);
  return [header, ...rows];
}

function isPoints(series: readonly Series[]): boolean {
  return series.every(({ data }) =>
    data.every((point) => typeof point === 'object' && point !== null),
  );
}

/** Points with `x`, `y` and perhaps a radius, each with the name of its series. */
function pointRows(series: readonly Series[]): readonly string[][] {
  const points = series.flatMap(({ label, data }) =>
    data.map((point) => ({ label, ...objectOf(point) }) as Json),
  );
  const names = points.some(({ r }) => r !== undefined) ? ['x', 'y', 'r'] : ['x', 'y'];
  return [names, ...points.map((point) => names.map((name) => textOf(point[name])))];
}

function cells(line: string): string[] {
  return line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function csvLine(row: readonly string[]): string {
  return row.map(csvCell).join(',');
}

function parseJson(text: string): readonly Json[] {
  try {
    return [objectOf(JSON.parse(text.replace(/,(\s*[}\]])/g, '$1')))];
  } catch {
    return [];
  }
}

function merge(objects: readonly Json[]): Json {
  return Object.assign({}, ...objects);
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

function arrayOf(value: unknown): readonly unknown[] & unknown[] {
  return Array.isArray(value) ? [...value] : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
