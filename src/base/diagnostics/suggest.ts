import type { Span } from '../../model/source.ts';
import type { Edit } from './diagnostic.ts';

/**
 * The candidate that is most similar to a misspelled word; `undefined` if the Damerau–Levenshtein distance
 * exceeds `most`, by default a third of the word's length.
 */
export function didYouMean(
  word: string,
  candidates: Iterable<string>,
  most = Math.max(1, Math.floor(word.length / 3)),
): string | undefined {
  let best: string | undefined;
  let bestDistance = most + 0.5;
  for (const candidate of candidates) {
    // The distance is at least the difference of the lengths; a word may have a million characters.
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/**
 * Replaces a word that is misspelled by one letter, if only one candidate can be meant. A digit is never
 * replaced: the third step is not the first one.
 *
 * @param span of the word
 */
export function correct(
  word: string,
  candidates: Iterable<string>,
  span: Span | undefined,
): readonly Edit[] | undefined {
  if (!span || word.length < 3) return undefined;
  const lower = word.toLowerCase();
  const near = [...new Set(candidates)].filter(
    (candidate) =>
      Math.abs(candidate.length - word.length) <= 1 &&
      editDistance(lower, candidate.toLowerCase()) <= 1,
  );
  const [only] = near;
  if (only === undefined || near.length > 1 || digitsOf(only) !== digitsOf(word)) return undefined;
  return [{ span, was: word, text: only }];
}

function digitsOf(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}

/** A hint that suggests the most similar candidate, or lists all. */
export function suggest(word: string, candidates: Iterable<string>): string {
  const all = [...candidates];
  const near = didYouMean(word, all);
  return near === undefined ? `one of: ${all.join(', ')}` : `did you mean "${near}"?`;
}

/** The candidate that a hint names; see {@link didYouMean}. */
export function suggestionIn(hint: string): string | undefined {
  return /^did you mean "([^"]+)"\?/.exec(hint)?.[1];
}

function editDistance(a: string, b: string): number {
  let [beforeLast, last]: [number[], number[]] = [
    [],
    Array.from({ length: b.length + 1 }, (_, j) => j),
  ];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      }
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
