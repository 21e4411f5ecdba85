/** A part that two texts have in common: where it is in the first one, and where it begins in the second. */
interface CommonPart {
  readonly start: number;
  readonly end: number;
  readonly source: number;
}

/** More lines or words are not compared with each other. */
const maxComparisons = 250_000;

/** What a text has in common with the one that it replaces: whole lines, and words of lines that are alike. */
export function commonParts(text: string, replaced: string): readonly CommonPart[] {
  const [own, other] = [split(text, /[^\n]*\n|[^\n]+$/g), split(replaced, /[^\n]*\n|[^\n]+$/g)];
  const parts: CommonPart[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...longestCommon(own, other), [own.length, other.length] as const]) {
    // As many lines in between: each took the place of another.
    if (a - i === b - j) {
      for (; i < a; i++, j++) parts.push(...commonWords(own[i], other[j]));
    }
    const [line, source] = [own[a], other[b]];
    if (line && source) parts.push(commonLine(line, source));
    [i, j] = [a + 1, b + 1];
  }
  return parts;
}

/** A line or a word, with its place. */
interface Item {
  readonly text: string;
  readonly start: number;
}

function split(text: string, pattern: RegExp, start = 0): readonly Item[] {
  return [...text.matchAll(pattern)].map(({ 0: item, index }) => ({
    text: item,
    start: start + index,
  }));
}

/** The text of a line, which may be indented in another way. */
function commonLine(own: Item, other: Item): CommonPart {
  const indent = ({ text }: Item): number => text.length - text.trimStart().length;
  const start = own.start + indent(own);
  const length = own.text.trim().length;
  return { start, end: start + length, source: other.start + indent(other) };
}

/** The words that two lines share, if they are most of one. */
function commonWords(own: Item | undefined, other: Item | undefined): readonly CommonPart[] {
  if (!own || !other) return [];
  const words = /\w+|\s+|[^\w\s]/g;
  const [mine, theirs] = [split(own.text, words, own.start), split(other.text, words, other.start)];
  const parts = longestCommon(mine, theirs).flatMap(([a, b]) => {
    const [word, source] = [mine[a], theirs[b]];
    if (!word || !source) return [];
    return [{ start: word.start, end: word.start + word.text.length, source: source.start }];
  });
  const shared = parts.reduce((sum, { start, end }) => sum + end - start, 0);
  const isAlike = parts.some(({ source }) => /\w/.test(other.text[source - other.start] ?? ''));
  return isAlike && 2 * shared >= Math.min(own.text.length, other.text.length) ? parts : [];
}

/** The longest list of items that both have in this order, but for spaces around them. @returns their indexes */
function longestCommon(
  own: readonly Item[],
  other: readonly Item[],
): readonly (readonly [own: number, other: number])[] {
  if (own.length * other.length > maxComparisons) return [];
  const [a, b] = [own, other].map((items) => items.map(({ text }) => text.trim() || text));
  const isSame = (i: number, j: number): boolean => a?.[i] === b?.[j];
  const lengths = own.map(() => new Uint32Array(other.length + 1));
  const lengthAt = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (const [i, row] of [...lengths.entries()].reverse()) {
    for (let j = other.length - 1; j >= 0; j--) {
      const skipped = Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
      row[j] = isSame(i, j) ? lengthAt(i + 1, j + 1) + 1 : skipped;
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < own.length && j < other.length; ) {
    if (isSame(i, j)) pairs.push([i++, j++]);
    else if (lengthAt(i, j + 1) >= lengthAt(i + 1, j)) j++;
    else i++;
  }
  return pairs;
}
