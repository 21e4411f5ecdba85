import type { Report } from '../../base/diagnostics/report.ts';
import { flag, locatedText, oneOf, type Reader, readKeys, text } from '../../base/yaml/schema.ts';
import { anyScalar, mappingOf, oneOrMore, type ValueSchema } from '../../base/yaml/value-schema.ts';
import type { YamlEntry } from '../../base/yaml/yaml.ts';
import type { ChartType, JsonObject } from '../../model/chart.ts';
import type { Located, Span } from '../../model/source.ts';
import { dataReaders } from './data/data-keys.ts';
import { checkOptions } from './option-keys.ts';
import { readOptions } from './options.ts';

/** The maximum length of a list of names. */
const maxNames = 100;

const column = { ...anyScalar, suggests: 'column' } as const satisfies ValueSchema;
const columns: ValueSchema = oneOrMore(column, { maxItems: maxNames });

/** A text or a list of texts, each with its span. */
export const names: Reader<readonly Located<string>[]> = {
  expected: `a text, or a list of at most ${maxNames} texts`,
  read: (entry) => {
    const all = Array.isArray(entry.value) ? entry.items : [entry];
    const found = all.flatMap((item) => locatedText.read(item) ?? []);
    const isWhole = found.length === all.length && found.length > 0;
    return isWhole && found.length <= maxNames ? found : undefined;
  },
  schema: oneOrMore(anyScalar, { maxItems: maxNames }),
};

const someNames = { ...names, schema: columns };
const oneColumn = { ...locatedText, schema: column };

/** True for all columns, or a list of columns. */
const someColumns: Reader<true | readonly Located<string>[]> = {
  expected: 'true, or column names',
  read: (entry) => {
    if (entry.value === true) return true;
    return entry.value === false ? [] : names.read(entry);
  },
  schema: { anyOf: [{ type: 'boolean' }, columns] },
};

/** A format for all numbers, or one per column. */
interface FormatKey {
  readonly all?: Located<string>;
  readonly columns: readonly {
    readonly column: Located<string>;
    readonly format: Located<string>;
  }[];
}

const format: Reader<FormatKey> = {
  expected: 'a format such as "USD compact", or one per column: {sales: "USD compact"}',
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
  schema: { anyOf: [anyScalar, { type: 'object', additionalProperties: anyScalar }] },
};

const scaleNames = { x: ['category', 'linear', 'log'], y: ['linear', 'log'] } as const;

export interface ScaleKey {
  readonly x?: (typeof scaleNames.x)[number];
  readonly y?: (typeof scaleNames.y)[number];
  readonly span: Span;
}

/** `log` sets the scale of the values; `{x: …, y: …}` sets both scales. */
const scale: Reader<ScaleKey> = {
  expected: 'linear or log, or one per axis: {x: log, y: linear}',
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
  schema: {
    anyOf: [
      { enum: scaleNames.y },
      mappingOf({ x: { enum: scaleNames.x }, y: { enum: scaleNames.y } }),
    ],
  },
};

const autoOrFlag: Reader<'auto' | boolean> = {
  expected: 'true, false or auto',
  read: ({ value }) => (value === 'auto' || typeof value === 'boolean' ? value : undefined),
  schema: { enum: ['auto', true, false] },
};

export const count: Reader<number> = {
  expected: 'a whole number, at least 1',
  read: ({ value }) =>
    typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined,
  schema: { type: 'integer', minimum: 1 },
};

const options: Reader<JsonObject> = {
  expected:
    'Chart.js options: at most 500 plain values, with at most 1000 ticks, numbers from 1e-100 to 1e100, and axes whose min is not their max',
  read: readOptions,
  schema: { type: 'object' },
};

/** The keys of a chart, each with its reader. */
export const chartReaders = {
  title: locatedText,
  ...dataReaders,
  x: oneColumn,
  y: someNames,
  unit: locatedText,
  source: locatedText,
  alt: locatedText,
  format,
  highlight: names,
  mark: names,
  steps: names,
  values: autoOrFlag,
  patterns: autoOrFlag,
  horizontal: flag,
  stacked: flag,
  stepped: someColumns,
  line: someNames,
  right: someNames,
  scale,
  time: flag,
  size: oneColumn,
  label: oneColumn,
  group: oneColumn,
  sort: oneOf(['asc', 'desc', 'none']),
  limit: count,
  other: text,
  options,
} as const;

export type ChartKey = keyof typeof chartReaders;
export type ChartSettings = ReturnType<typeof readKeys<typeof chartReaders>>;

const barLineArea: readonly ChartType[] = ['bar', 'line', 'area'];
const points: readonly ChartType[] = ['scatter', 'bubble'];
const categories: readonly ChartType[] = [...barLineArea, 'pie', 'doughnut', 'radar', 'polarArea'];

/** The keys that apply only to some chart types. */
const chartTypesOf: Partial<Record<ChartKey, readonly ChartType[]>> = {
  horizontal: ['bar'],
  stacked: ['bar', 'area'],
  stepped: barLineArea,
  patterns: ['bar', 'area', 'pie', 'doughnut', 'polarArea'],
  line: ['bar', 'area'],
  right: barLineArea,
  mark: [...barLineArea, ...points],
  scale: [...barLineArea, ...points],
  time: ['line', 'area', ...points],
  size: ['bubble'],
  label: points,
  group: points,
  sort: categories,
  limit: categories,
  other: categories,
};

/** Reads the YAML settings of a chart. Reports keys that do not apply to its type. */
export function readChartSettings(
  entries: readonly YamlEntry[],
  type: ChartType | undefined,
  report: Report,
): ChartSettings {
  const known = entries.filter(({ key, keySpan }) => {
    const types = Object.hasOwn(chartTypesOf, key) ? chartTypesOf[key as ChartKey] : undefined;
    if (!type || !types || types.includes(type)) return true;
    const hint = `only for ${types.join(', ').replace(/, (\w+)$/, ' and $1')} charts`;
    report.add('chart-key', keySpan, `"${key}" does not apply to ${type} charts`, hint);
    return false;
  });
  const given = known.find(({ key }) => key === 'options');
  if (given) checkOptions(given, report);
  return readKeys(known, chartReaders, report);
}
