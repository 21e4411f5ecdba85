import type { YamlEntry } from '../../base/yaml/yaml.ts';
import type { Json, JsonObject } from '../../model/chart.ts';
import { isAxis, isFunctionOption, isNeededPlugin } from './option-keys.ts';
import { isInRange } from './sheet/numbers.ts';

const maxValues = 500;

/** Chart.js draws as many ticks as these say, or an image of this size. */
const maxima: ReadonlyMap<string, number> = new Map([
  ['count', 1000],
  ['maxTicksLimit', 1000],
  ['precision', 20],
  ['devicePixelRatio', 8],
]);

/** @param value NaN for a text that is no number */
function isOptionInRange(key: string, value: number): boolean {
  if (Number.isNaN(value)) return true;
  return isInRange(value) && Math.abs(value) <= (maxima.get(key) ?? Number.POSITIVE_INFINITY);
}

/** Chart.js writes to the console about any other style of a font. */
const fontStyle = /^(?:normal|italic|initial|inherit|unset|oblique(?: -?\d?\ddeg)?)$/;

/** Names that could pollute prototypes; they mean nothing to Chart.js. */
const unsafeNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads Chart.js options as JSON, without functions and unknown axes; `undefined` if there is any other value,
 * or too many of them.
 */
export function readOptions({ value }: YamlEntry): JsonObject | undefined {
  let count = 0;
  const convert = (item: unknown, key = ''): Json | undefined => {
    if (++count > maxValues) return undefined;
    if (Array.isArray(item)) return every(item.map((each) => convert(each, key)));
    if (item instanceof Map) return convertMap(item);
    if (typeof item === 'number') {
      return !Number.isNaN(item) && isOptionInRange(key, item) ? item : undefined;
    }
    // Chart.js computes with texts of digits, too.
    if (typeof item === 'string' && key === 'style' && !fontStyle.test(item)) return undefined;
    if (typeof item === 'string')
      return isOptionInRange(key, Number.parseFloat(item)) ? item : undefined;
    if (item === null || typeof item === 'boolean') return item;
    return undefined;
  };
  const convertMap = (map: ReadonlyMap<unknown, unknown>): JsonObject | undefined => {
    const kept = [...map].filter(
      ([key, item]) =>
        !unsafeNames.has(String(key)) &&
        !isFunctionOption(String(key), item) &&
        !isNeededPlugin(String(key), item),
    );
    if (isEmptyRange(map)) return undefined;
    const values = every(kept.map(([key, item]) => convert(item, String(key))));
    return values && Object.fromEntries(kept.map(([key], i) => [String(key), values[i] ?? null]));
  };
  return value instanceof Map ? convertMap(withoutUnknownAxes(value)) : undefined;
}

/** Nothing has a place on such an axis. */
function isEmptyRange(axis: ReadonlyMap<unknown, unknown>): boolean {
  const [min, max] = [axis.get('min'), axis.get('max')];
  return min !== undefined && min !== null && Number(min) === Number(max);
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
