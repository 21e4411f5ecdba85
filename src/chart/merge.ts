import type { JsonObject } from '../model/chart.ts';

type Options = Readonly<Record<string, unknown>>;

/** Options under others that win, however deep; lists are replaced as a whole. */
export function merge(options: Options, winning: JsonObject | Options): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...options };
  for (const [name, value] of Object.entries(winning)) {
    const own = merged[name];
    merged[name] = isGroup(own) && isGroup(value) ? merge(own, value) : value;
  }
  return merged;
}

function isGroup(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
