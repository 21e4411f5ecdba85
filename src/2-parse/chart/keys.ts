import type { Report } from '../../base/diagnostics/report.ts';
import { flag, locatedText, oneOf, type Reader, readKeys, text } from '../../base/yaml/schema.ts';
import type { YamlEntry } from '../../base/yaml/yaml.ts';
import type { ChartType, JsonObject } from '../../model/chart.ts';
import type { Located, Span } from '../../model/source.ts';
import { readOptions } from './options.ts';

/** Fewer than that a reader could follow, and few enough to stay quick. */
const maxNames = 100;

/** One text or a list of them, each with its place. */
const names: Reader<readonly Located<string>[]> = {
  expected: `a text, or a list of at most ${maxNames} texts`,
  read: (entry) => {
    const all = Array.isArray(entry.value) ? entry.items : [entry];
    const found = all.flatMap((item) => locatedText.read(item) ?? []);
    const isWhole = found.length === all.length && found.length > 0;
    return isWhole && found.length <= maxNames ? found : undefined;
  },
};

/** For all columns, or for those that are named. */
const someColumns: Reader<true | readonly Located<string>[]> = {
  expected: 'true, or the names of columns',
  read: (entry) => {
    if (entry.value === true) return true;
    return entry.value === false ? [] : names.read(entry);
  },
};

/** A text for all numbers, or one a column. */
export interface FormatKey {
  readonly all?: Located<string>;
  readonly columns: readonly {
    readonly column: Located<string>;
    readonly format: Located<string>;
  }[];
}

const format: Reader<FormatKey> = {
  expected: 'a format such as "USD compact", or one a column: {sales: "USD compact"}',
  read: (entry) => {
    if (entry.source !== undefined) {
      return { all: { value: entry.source, span: entry.span }, columns: [] };
    }
    if (!(entry.value instanceof Map)) return undefined;
    const columns = entry.items.flatMap(({ key, keySpan, source, span }) =>
      source === undefined
        ? []
        : [{ column: { value: key, span: keySpan }, format: { value: source, span } }],
    );
    return columns.length === entry.items.length ? { columns } : undefined;
  },
};

const scaleNames = { x: ['category', 'linear', 'log'], y: ['linear', 'log'] } as const;

export interface ScaleKey {
  readonly x?: (typeof scaleNames.x)[number];
  readonly y?: (typeof scaleNames.y)[number];
  readonly span: Span;
}

/** `log` is the scale of the values; `{x: …, y: …}` names both. */
const scale: Reader<ScaleKey> = {
  expected: 'linear or log, or one an axis: {x: log, y: linear}',
  read: (entry) => {
    const only = oneOf(scaleNames.y).read(entry);
    if (only) return { y: only, span: entry.span };
    const axes = new Map(entry.items.map((item) => [item.key, item]));
    const [x, y] = [axes.get('x'), axes.get('y')];
    const named = {
      ...(x && { x: oneOf(scaleNames.x).read(x) }),
      ...(y && { y: oneOf(scaleNames.y).read(y) }),
    };
    const isWhole = axes.size === entry.items.length && axes.size === Object.keys(named).length;
    if (axes.size === 0 || !isWhole || Object.values(named).includes(undefined)) return undefined;
    return { ...(named.x && { x: named.x }), ...(named.y && { y: named.y }), span: entry.span };
  },
};

const values: Reader<'auto' | boolean> = {
  expected: 'true, false or auto',
  read: ({ value }) => (value === 'auto' || typeof value === 'boolean' ? value : undefined),
};

const count: Reader<number> = {
  expected: 'a whole number from 1 on',
  read: ({ value }) =>
    typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined,
};

const options: Reader<JsonObject> = {
  expected: 'Chart.js options: names and plain values, at most 500 of them',
  read: readOptions,
};

const readers = {
  title: locatedText,
  data: locatedText,
  x: locatedText,
  y: names,
  unit: locatedText,
  source: locatedText,
  alt: locatedText,
  format,
  highlight: names,
  mark: names,
  steps: names,
  values,
  horizontal: flag,
  stacked: flag,
  stepped: someColumns,
  line: names,
  right: names,
  scale,
  time: flag,
  size: locatedText,
  label: locatedText,
  group: locatedText,
  sort: oneOf(['asc', 'desc', 'none']),
  limit: count,
  other: text,
  options,
} as const;

export type ChartKey = keyof typeof readers;
export type ChartHead = ReturnType<typeof readKeys<typeof readers>>;

const grown: readonly ChartType[] = ['bar', 'line', 'area'];
const points: readonly ChartType[] = ['scatter', 'bubble'];
const categories: readonly ChartType[] = [...grown, 'pie', 'doughnut', 'radar', 'polarArea'];

/** The keys that only some types have. */
const typesOf: Partial<Record<ChartKey, readonly ChartType[]>> = {
  horizontal: ['bar'],
  stacked: ['bar', 'area'],
  stepped: grown,
  line: ['bar', 'area'],
  right: grown,
  mark: [...grown, ...points],
  scale: [...grown, ...points],
  time: ['line', 'area', ...points],
  size: ['bubble'],
  label: points,
  group: points,
  sort: categories,
  limit: categories,
  other: categories,
};

/** Reads what a chart's YAML says. A key that its type does not have is an error at its place. */
export function readChartHead(
  entries: readonly YamlEntry[],
  type: ChartType | undefined,
  report: Report,
): ChartHead {
  const known = entries.filter(({ key, keySpan }) => {
    const types = Object.hasOwn(typesOf, key) ? typesOf[key as ChartKey] : undefined;
    if (!type || !types || types.includes(type)) return true;
    const hint = `it is for ${types.join(', ').replace(/, (\w+)$/, ' and $1')}`;
    report.add('chart-key', keySpan, `a ${type} chart has no "${key}"`, hint);
    return false;
  });
  return readKeys(known, readers, report);
}
