import type { YamlEntry } from '../../base/yaml/yaml.ts';
import type { Json, JsonObject } from '../../model/chart.ts';

const maxValues = 500;

/** Names that could pollute prototypes; they mean nothing to Chart.js. */
const unsafeNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads Chart.js options as JSON; `undefined` if there is any other value, or too many of them. */
export function readOptions({ value }: YamlEntry): JsonObject | undefined {
  let count = 0;
  const convert = (item: unknown): Json | undefined => {
    if (++count > maxValues) return undefined;
    if (Array.isArray(item)) return every(item.map(convert));
    if (item instanceof Map) return convertMap(item);
    if (typeof item === 'number') return Number.isFinite(item) ? item : undefined;
    if (item === null || typeof item === 'string' || typeof item === 'boolean') return item;
    return undefined;
  };
  const convertMap = (map: ReadonlyMap<unknown, unknown>): JsonObject | undefined => {
    const kept = [...map].filter(([key]) => !unsafeNames.has(String(key)));
    const values = every(kept.map(([, item]) => convert(item)));
    return values && Object.fromEntries(kept.map(([key], i) => [String(key), values[i] ?? null]));
  };
  return value instanceof Map ? convertMap(value) : undefined;
}

function every<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  return items.includes(undefined) ? undefined : (items as readonly T[]);
}
