import type { YamlEntry } from '../../base/yaml/yaml.ts';

/** The entry at a path of keys. */
export function entryAt(
  entries: readonly YamlEntry[],
  keys: readonly string[],
): YamlEntry | undefined {
  const [first, ...rest] = keys;
  const found = entries.find(({ key }) => key === first);
  return rest.length === 0 || !found ? found : entryAt(found.items, rest);
}

/** The text at a path of keys. */
export function textAt(entries: readonly YamlEntry[], keys: readonly string[]): string | undefined {
  return entryAt(entries, keys)?.source;
}
