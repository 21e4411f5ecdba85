import type { Resources } from './resources.ts';

/** The emoji of these names; names that no emoji has are not in it. */
export async function findEmoji(names: ReadonlySet<string>): Promise<Resources['emoji']> {
  if (names.size === 0) return new Map();
  const { nameToEmoji } = await import('gemoji');
  const found = [...names].filter((name) => Object.hasOwn(nameToEmoji, name));
  return new Map(found.map((name) => [name, nameToEmoji[name] ?? '']));
}
