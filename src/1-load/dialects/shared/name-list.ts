/** One message names so many names; the others are counted. */
const mostNames = 5;

/** `"a", "b" and "c"` of one element, or `"a", "b", "c", "d", "e" and 95 more`. */
export function nameList(names: readonly string[]): string {
  const quoted = names.slice(0, mostNames).map((name) => `"${name}"`);
  const left = names.length - quoted.length;
  if (left > 0) return `${quoted.join(', ')} and ${left} more`;
  return quoted.join(', ').replace(/, ([^,]*)$/, ' and $1');
}

/** Whether names get one message rather than one each, which counts the places of each name in a deck. */
export function areMany(names: readonly string[]): boolean {
  return names.length > mostNames;
}
