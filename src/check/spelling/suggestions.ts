import { didYouMean } from '../../base/diagnostics/suggest.ts';
import type { StepLimit } from '../../base/time/step-limit.ts';
import type { AffixFile } from './affixes.ts';
import type { Trigrams } from './trigrams.ts';

/** Sequences of letters in a candidate that no listed word has: where an affix begins. */
const newTrigrams = 2;

/** The alphabets with the most letters have some hundred. */
const maxLetters = 200;

/** The steps that one comparison of two words counts as. */
const comparison = 20;

interface Words {
  readonly listed: Iterable<string>;
  /** Of the listed words. */
  readonly trigrams: Trigrams;
  /** Counts the words that are tried. */
  readonly steps: StepLimit;
  /** Whether a word is right that is no compound. */
  readonly isSimple: (word: string) => boolean;
  readonly isWord: (word: string) => boolean;
}

/**
 * Words that are similar to a wrong one, the most likely one first.
 *
 * @param isThorough whether all similar compounds are looked up, too, which takes longer
 */
export function suggestWords(
  word: string,
  affixes: AffixFile,
  { listed, trigrams, steps, isSimple, isWord }: Words,
  isThorough: boolean,
): readonly string[] {
  const lower = word.toLowerCase();
  const isCapital = lower !== word;
  const found = new Set<string>();
  const offer = (candidate: string) => {
    if (candidate !== word) found.add(isCapital ? capitalize(candidate) : candidate);
  };
  const add = (
    candidates: Iterable<string>,
    isRight: (word: string) => boolean,
    mostNew = newTrigrams,
  ): void => {
    for (const candidate of candidates) {
      steps.take();
      if (!trigrams.hasAtMost(mostNew, candidate)) continue;
      if (isRight(candidate)) offer(candidate);
      // A noun in lower case; a word in capitals is right in lower case, too.
      else if (isRight(capitalize(candidate))) offer(capitalize(candidate));
    }
  };
  if (isWord(capitalize(word))) found.add(capitalize(word));
  steps.take(affixes.replacements.length);
  add(replaced(lower, affixes), isWord);
  const letters = (affixes.settings.get('TRY') ?? 'esianrtolcdugmphbyfvkwzxjq').toLowerCase();
  const unique = [...new Set(letters)].slice(0, maxLetters);
  add(edited(lower, unique), isSimple);
  if (found.size === 0) add(edited(lower, []), isWord);
  if (found.size === 0 && isThorough) add(edited(lower, unique), isWord, 0);
  if (found.size === 0) {
    const near = didYouMean(lower, similarIn(listed, lower, steps), 2);
    if (near !== undefined && isWord(near)) offer(near);
  }
  if (found.size === 0) {
    for (const pair of pairsOf(word)) if (pair.every(isWord)) found.add(pair.join(' '));
  }
  return [...found];
}

/** With what is right instead of common misspellings. */
function* replaced(word: string, { replacements }: AffixFile): Generator<string> {
  for (const [from, to] of replacements) {
    const text = from.replace(/^\^|\$$/g, '');
    if (text === '') continue;
    for (let at = word.indexOf(text); at >= 0; at = word.indexOf(text, at + 1)) {
      const end = at + text.length;
      if (from.startsWith('^') && at > 0) continue;
      if (from.endsWith('$') && end < word.length) continue;
      yield word.slice(0, at) + to + word.slice(end);
    }
  }
}

/** With two characters exchanged, one left out, one replaced, and one more. */
function* edited(word: string, letters: readonly string[]): Generator<string> {
  const places = Array.from({ length: word.length + 1 }, (_, at) => {
    return [word.slice(0, at), word.slice(at)] as const;
  });
  for (const [before, after] of places) {
    const [first = '', second] = after;
    if (second !== undefined) yield before + second + first + after.slice(2);
  }
  for (const [before, after] of places) if (after !== '') yield before + after.slice(1);
  for (const [before, after] of places) {
    for (const letter of letters) yield before + letter + after;
  }
  for (const [before, after] of places) {
    if (after !== '') for (const letter of letters) yield before + letter + after.slice(1);
  }
}

/** The listed words that begin alike and are about as long. */
function* similarIn(listed: Iterable<string>, word: string, steps: StepLimit): Generator<string> {
  const start = word.slice(0, 2);
  for (const each of listed) {
    steps.take();
    if (Math.abs(each.length - word.length) > 2) continue;
    if (!each.toLowerCase().startsWith(start)) continue;
    steps.take(comparison);
    yield each;
  }
}

/** Two words without the space between them. */
function pairsOf(word: string): readonly (readonly [string, string])[] {
  if (word.length < 6) return [];
  return Array.from({ length: word.length - 4 }, (_, i) => {
    return [word.slice(0, i + 2), word.slice(i + 2)] as const;
  });
}

function capitalize(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}
