import type { JsonObject } from '../model/chart.ts';

type Options = Readonly<Record<string, unknown>>;

/** Merges options deeply; those in `winning` take precedence, and lists are replaced as a whole. */
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
