import type { YamlEntry } from '../../base/yaml/yaml.ts';
import type { Json, JsonObject } from '../../model/chart.ts';
import { isAxis, isFunctionOption } from './option-keys.ts';

const maxValues = 500;

/** Names that could pollute prototypes; they mean nothing to Chart.js. */
const unsafeNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads Chart.js options as JSON, without functions and unknown axes; `undefined` if there is any other value,
 * or too many of them.
 */
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
    const kept = [...map].filter(
      ([key, item]) => !unsafeNames.has(String(key)) && !isFunctionOption(String(key), item),
    );
    const values = every(kept.map(([, item]) => convert(item)));
    return values && Object.fromEntries(kept.map(([key], i) => [String(key), values[i] ?? null]));
  };
  return value instanceof Map ? convertMap(withoutUnknownAxes(value)) : undefined;
}

/** Chart.js does not draw a chart with an axis that it does not know. */
function withoutUnknownAxes(options: ReadonlyMap<unknown, unknown>): ReadonlyMap<unknown, unknown> {
  const scales = options.get('scales');
  if (!(scales instanceof Map)) return options;
  const known = [...scales].filter(([key, axis]) => isAxis(String(key), axis));
  return new Map([...options, ['scales', new Map(known)]]);
}

function every<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  return items.includes(undefined) ? undefined : (items as readonly T[]);
}
