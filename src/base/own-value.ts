/**
 * The value of a table for a name from outside, such as a word of a deck. Every object has `constructor`, `toString`
 * and others of its prototype: they are no names of a table.
 */
export function ownValue<Value>(
  table: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
