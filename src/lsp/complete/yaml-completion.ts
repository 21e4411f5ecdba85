import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import { knownThemes } from '../../1-load/theme.ts';
import { colorNames } from '../../base/color/css-color.ts';
import type { Suggested, ValueSchema } from '../../base/yaml/value-schema.ts';
import { explainKey, type SchemaName, valueSchema } from '../../schema/schemas.ts';
import { type YamlPlace, yamlPlace } from '../text/yaml-place.ts';
import { classNames } from './class-names.ts';
import type { CompletionContext } from './context.ts';
import { filesAt } from './file-completion.ts';
import { items } from './items.ts';

/**
 * Completes keys and values of YAML.
 *
 * @param lines of the YAML up to the place
 * @param columns the names of the columns that a chart has
 */
export function completeYaml(
  name: SchemaName,
  lines: readonly string[],
  context: CompletionContext,
  columns: () => readonly string[] = () => [],
): readonly CompletionItem[] {
  const place = yamlPlace(lines);
  if (!place) return [];
  const schema = place.path.reduce<ValueSchema | undefined>(
    (outer, key) => propertiesOf(outer).get(key),
    valueSchema(name),
  );
  if (place.isKey) return keysOf(name, place, schema);
  return valuesOf(schema, place, context, columns);
}

function keysOf(
  name: SchemaName,
  place: YamlPlace,
  schema: ValueSchema | undefined,
): readonly CompletionItem[] {
  return [...propertiesOf(schema)].map(([key, { description }]) => {
    const rows = place.path.length === 0 ? explainKey(name, key) : undefined;
    return {
      label: key,
      kind: CompletionItemKind.Property,
      insertText: `${key}: `,
      ...(description && {
        documentation: { kind: 'markdown', value: rows?.join('\n\n') ?? description },
      }),
    };
  });
}

function valuesOf(
  schema: ValueSchema | undefined,
  place: YamlPlace,
  context: CompletionContext,
  columns: () => readonly string[],
): readonly CompletionItem[] {
  const all = schemasIn(schema);
  const names = all.flatMap((each) => [
    ...(each.enum ?? []).map(String),
    ...(each.type === 'boolean' ? ['true', 'false'] : []),
  ]);
  const suggested = [...new Set(all.flatMap(({ suggests }) => suggests ?? []))];
  return [
    ...items([...new Set(names)].map(quoted), CompletionItemKind.EnumMember),
    ...suggested.flatMap((kind) => suggestedItems(kind, place, context, columns)),
  ];
}

function suggestedItems(
  kind: Suggested,
  { prefix }: YamlPlace,
  context: CompletionContext,
  columns: () => readonly string[],
): readonly CompletionItem[] {
  switch (kind) {
    case 'theme':
      return items(knownThemes(context.root), CompletionItemKind.Color);
    case 'color':
      return items([...colorNames], CompletionItemKind.Color);
    case 'class':
      return items(classNames(context), CompletionItemKind.Class);
    case 'column':
      return items(columns().map(quoted), CompletionItemKind.Field);
    case 'language':
      return items(
        ['en', 'de', 'fr', 'es', 'it', 'pt-BR', 'nl', 'ja', 'zh'],
        CompletionItemKind.Value,
      );
    case 'file':
      return filesAt(prefix, context.folder);
  }
}

/** A value as YAML writes it. */
function quoted(text: string): string {
  return /^[\w(][^#:]*$/.test(text) && text.trim() === text ? text : JSON.stringify(text);
}

/** The schema and its alternatives. */
function schemasIn(schema: ValueSchema | undefined): readonly ValueSchema[] {
  if (!schema) return [];
  const nested = [...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])];
  return [schema, ...nested.flatMap(schemasIn)];
}

function propertiesOf(schema: ValueSchema | undefined): ReadonlyMap<string, ValueSchema> {
  return new Map(schemasIn(schema).flatMap(({ properties = {} }) => Object.entries(properties)));
}
