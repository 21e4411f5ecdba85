import { configReaders } from '../1-load/config/config.ts';
import { deckReaders } from '../1-load/front-matter.ts';
import { slideReaders } from '../1-load/slides/slide-settings.ts';
import { chartReaders } from '../2-parse/chart/keys.ts';
import { Report } from '../base/diagnostics/report.ts';
import { plainProse, tableRows } from '../base/manual/tables.ts';
import type { Reader } from '../base/yaml/schema.ts';
import { schemaOfReaders, type ValueSchema } from '../base/yaml/value-schema.ts';

/** The mappings that have a schema. */
export const schemaNames = ['front-matter', 'slide', 'chart', 'config'] as const;

export type SchemaName = (typeof schemaNames)[number];

interface Described {
  readonly title: string;
  /** Where the manual explains its keys. */
  readonly page: string;
  readonly heading: string;
}

type Readers = Readonly<Record<string, Reader<unknown>>>;

/** Only the values of keys depend on their file. */
const noFile = { path: '', realPath: '', text: '' };

const described: Readonly<Record<SchemaName, Described>> = {
  'front-matter': {
    title: 'Front matter of a Lectern deck',
    page: 'markdown.md',
    heading: 'Front matter',
  },
  slide: {
    title: 'Settings of a slide of a Lectern deck',
    page: 'markdown.md',
    heading: 'Slide settings',
  },
  chart: {
    title: 'Settings of a chart of a Lectern deck',
    page: 'charts.md',
    heading: 'Keys',
  },
  config: {
    title: 'Settings of a folder of Lectern decks',
    page: 'cli.md',
    heading: 'Settings of a folder',
  },
};

/** The keys of a mapping, each with its reader. */
export function readersOf(name: SchemaName, report: Report): Readers {
  switch (name) {
    case 'front-matter':
      return deckReaders(noFile, report);
    case 'slide':
      return slideReaders;
    case 'chart':
      return chartReaders;
    case 'config':
      return configReaders(report);
  }
}

/** The schema of a mapping as the checks read it, without what only Lectern's language server uses. */
export function jsonSchema(name: SchemaName) {
  const { title, properties, ...rest } = valueSchema(name);
  const $schema = 'http://json-schema.org/draft-07/schema#';
  return { $schema, title, ...withoutSuggestions({ ...rest, properties }) };
}

/** The schema of a mapping, each key with what the manual says of it. */
export function valueSchema(name: SchemaName) {
  const { title, page, heading } = described[name];
  const rows = tableRows(page, heading);
  const { properties, ...rest } = schemaOfReaders(readersOf(name, new Report()));
  const explained = Object.entries(properties).map(([key, schema]) => {
    const [text] = rows.get(key)?.slice(name === 'chart' ? 1 : 0) ?? [];
    return [key, { ...(text && { description: plainProse(text) }), ...schema }] as const;
  });
  return { title, ...rest, properties: Object.fromEntries<ValueSchema>(explained) };
}

/** What the manual says of a key, in Markdown: its value, and its default if it has one. */
export function explainKey(name: SchemaName, key: string): readonly string[] | undefined {
  const { page, heading } = described[name];
  const cells = tableRows(page, heading).get(key);
  if (!cells || name !== 'chart') return cells;
  const [types, value = ''] = cells;
  return [types === 'all' ? value : `${value} (${types})`];
}

function withoutSuggestions(schema: ValueSchema): ValueSchema {
  const { suggests: _, items, properties, additionalProperties, anyOf, ...rest } = schema;
  const isMapping = typeof additionalProperties === 'object';
  return {
    ...rest,
    ...(additionalProperties !== undefined && {
      additionalProperties: isMapping
        ? withoutSuggestions(additionalProperties)
        : additionalProperties,
    }),
    ...(items && { items: withoutSuggestions(items) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, withoutSuggestions(value)]),
      ),
    }),
    ...(anyOf && { anyOf: anyOf.map(withoutSuggestions) }),
  };
}
