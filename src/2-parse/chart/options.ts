import type { YamlEntry } from '../../base/yaml/yaml.ts';
import type { Json, JsonObject } from '../../model/chart.ts';

const maxValues = 500;

/** Names by which an object's own machinery could be reached; to Chart.js they mean nothing. */
const dropped: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Chart.js options as plain data: no functions, nothing that is not JSON, not too many. */
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
    const kept = [...map].filter(([key]) => !dropped.has(String(key)));
    const values = every(kept.map(([, item]) => convert(item)));
    return values && Object.fromEntries(kept.map(([key], i) => [String(key), values[i] ?? null]));
  };
  return value instanceof Map ? convertMap(value) : undefined;
}

function every<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  return items.includes(undefined) ? undefined : (items as readonly T[]);
}
