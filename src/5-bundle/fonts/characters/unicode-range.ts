type Range = readonly [first: number, last: number];

/** What was read before: a theme's faces have few ranges, and each is asked for again and again. */
const known = new Map<string, readonly Range[]>();

/** The letters that lie in a CSS `unicode-range`, such as `U+0-FF, U+4??, U+20AC`. */
export function lettersInRange(letters: string, range: string): string {
  const ranges = known.get(range) ?? range.split(',').flatMap(readRange);
  known.set(range, ranges);
  const isIn = (code: number): boolean =>
    ranges.some(([first, last]) => first <= code && code <= last);
  return [...letters].filter((letter) => isIn(letter.codePointAt(0) ?? 0)).join('');
}

function readRange(written: string): readonly Range[] {
  const [, first = '', last] = /^\s*U\+([0-9a-f]*\?*)(?:-([0-9a-f]+))?\s*$/i.exec(written) ?? [];
  if (first === '') return [];
  const low = Number.parseInt(first.replaceAll('?', '0'), 16);
  const high = Number.parseInt(last ?? first.replaceAll('?', 'f'), 16);
  return [[low, high]];
}
