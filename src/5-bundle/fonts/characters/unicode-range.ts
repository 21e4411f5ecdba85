type Range = readonly [first: number, last: number];

/** Parsed ranges: a theme has few of them, and each is used many times. */
const known = new Map<string, readonly Range[]>();

/** The characters in a CSS `unicode-range`, such as `U+0-FF, U+4??, U+20AC`. */
export function charactersInRange(characters: string, range: string): string {
  const ranges = known.get(range) ?? range.split(',').flatMap(readRange);
  known.set(range, ranges);
  const isIn = (code: number): boolean =>
    ranges.some(([first, last]) => first <= code && code <= last);
  return [...characters].filter((character) => isIn(character.codePointAt(0) ?? 0)).join('');
}

function readRange(written: string): readonly Range[] {
  const [, first = '', last] = /^\s*U\+([0-9a-f]*\?*)(?:-([0-9a-f]+))?\s*$/i.exec(written) ?? [];
  if (first === '') return [];
  const low = Number.parseInt(first.replaceAll('?', '0'), 16);
  const high = Number.parseInt(last ?? first.replaceAll('?', 'f'), 16);
  return [[low, high]];
}
