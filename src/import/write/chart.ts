import { csvCell } from '../../base/text/csv-cell.ts';
import type { Block } from '../blocks.ts';
import type { ChartContent, KeyValue } from '../model.ts';
import { longestRun } from './escape.ts';
import { yamlValue } from './yaml-value.ts';

/** A chart with more rows has its data in a file. */
const maxRows = 40;

/** Takes a text that is written next to the deck, and returns its path. */
export type DataWriter = (text: string) => string;

/** Writes a chart as a fence with its keys and values. */
export function writeChart(
  { chart, alt, by }: Extract<Block, { kind: 'chart' }>,
  saveData: DataWriter,
): string {
  const { type, title, rows } = chart;
  const isPlain = !/["\\{}\n]/.test(title);
  const info = `chart ${type}${title !== '' && isPlain ? ` "${title}"` : ''}`;
  const csv = rows.map((row) => row.map(csvCell).join(',')).join('\n');
  const data = rows.length > maxRows ? saveData(`${csv}\n`) : undefined;
  const keys = [
    ...keysOf(chart, isPlain, alt, by),
    ...(data === undefined ? [] : [`data: ${data}`]),
  ];
  const parts = [
    ...(keys.length > 0 ? [keys.join('\n')] : []),
    ...(data === undefined ? [csv] : []),
  ];
  return fence(info, parts.join('\n\n'));
}

function keysOf(
  { title, unit, source, keys, marks }: ChartContent,
  isTitled: boolean,
  alt: string,
  by: string | undefined,
): readonly string[] {
  const entries: readonly (readonly [string, KeyValue | undefined])[] = [
    ['title', isTitled ? undefined : title],
    ['unit', unit],
    ...keys,
    ['steps', by],
    ['source', source],
    ['alt', alt || undefined],
  ];
  const lines = entries.flatMap(([key, value]) =>
    value === undefined
      ? []
      : [`${key}: ${key === 'highlight' ? yamlNames(value) : yamlValue(value)}`],
  );
  return marks.length === 0 ? lines : [...lines, 'mark:', ...marks.map((mark) => `  - ${mark}`)];
}

/** Names may be whole numbers, such as years. */
function yamlNames(value: KeyValue): string {
  return yamlValue(value).replace(/"(\d+)"/g, '$1');
}

export function fence(info: string, text: string): string {
  const sign = '`'.repeat(Math.max(2, longestRun(text, /^`{3,}/gm)) + 1);
  return `${sign}${info}\n${text}\n${sign}`;
}
