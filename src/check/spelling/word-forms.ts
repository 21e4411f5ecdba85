import type { StepLimit } from '../../base/time/step-limit.ts';
import { type Affix, type AffixFile, withoutPrefix, withoutSuffix } from './affixes.ts';
import type { Flags } from './flags.ts';

/** How a word is formed: from a word in the list, with at most one prefix and two suffixes. */
export interface WordForm {
  readonly entry: Flags;
  readonly prefix?: Affix;
  /** The last one. */
  readonly suffix?: Affix;
}

/** The words of a dictionary: the content of its `.dic` file, and how its affixes form others from them. */
export class WordForms {
  /** The flags of each word, as written until they are read; several where a word is listed several times. */
  readonly #words = new Map<string, string | readonly Flags[]>();
  readonly #affixes: AffixFile;
  readonly #steps: StepLimit;
  readonly #longestPrefix: number;
  readonly #longestSuffix: number;

  /** @param steps counts the affixes that are tried */
  constructor(list: string, affixes: AffixFile, steps: StepLimit) {
    this.#affixes = affixes;
    this.#steps = steps;
    this.#longestPrefix = longestKey(affixes.prefixes);
    this.#longestSuffix = longestKey(affixes.suffixes);
    // The first line is the count of words.
    for (const [line] of list.replace(/^[^\n]*\n?/, '').matchAll(/[^\n]+/g)) {
      steps.take();
      this.#addLine(line);
    }
  }

  /** The words as listed, without affixes. */
  get listed(): Iterable<string> {
    return this.#words.keys();
  }

  /** The flags of a listed word. */
  entriesOf(word: string): readonly Flags[] {
    const found = this.#words.get(word);
    if (found === undefined) return noEntries;
    if (typeof found !== 'string') return found;
    const entries = [this.#affixes.flags.read(found)];
    this.#words.set(word, entries);
    return entries;
  }

  /** Whether a word has a form that is accepted. */
  some(word: string, accepts: (form: WordForm) => boolean): boolean {
    if (this.entriesOf(word).some((entry) => accepts({ entry }))) return true;
    for (const suffix of this.#suffixesOf(word)) {
      const stem = withoutSuffix(word, suffix);
      if (stem !== undefined && this.#hasSuffix(stem, suffix, accepts)) return true;
    }
    for (const prefix of this.#prefixesOf(word)) {
      const stem = withoutPrefix(word, prefix);
      if (stem === undefined) continue;
      const isFound = this.entriesOf(stem).some(
        (entry) => entry.has(prefix.flag) && accepts({ entry, prefix }),
      );
      if (isFound) return true;
    }
    return false;
  }

  /** @param stem what the suffix was added to: a listed word, one with a suffix, or one with a prefix */
  #hasSuffix(stem: string, suffix: Affix, accepts: (form: WordForm) => boolean): boolean {
    const { flag } = suffix;
    if (this.entriesOf(stem).some((entry) => entry.has(flag) && accepts({ entry, suffix }))) {
      return true;
    }
    for (const inner of this.#suffixesOf(stem)) {
      if (!inner.flags.has(flag)) continue;
      const root = withoutSuffix(stem, inner);
      if (root === undefined) continue;
      if (this.entriesOf(root).some((entry) => entry.has(inner.flag) && accepts({ entry, suffix })))
        return true;
    }
    if (!suffix.isCombinable) return false;
    for (const prefix of this.#prefixesOf(stem)) {
      if (!prefix.isCombinable) continue;
      const root = withoutPrefix(stem, prefix);
      if (root === undefined) continue;
      const isFound = this.entriesOf(root).some(
        (entry) => mayHaveBoth(entry, prefix, suffix) && accepts({ entry, prefix, suffix }),
      );
      if (isFound) return true;
    }
    return false;
  }

  #suffixesOf(word: string): readonly Affix[] {
    const { suffixes } = this.#affixes;
    const found: Affix[] = [];
    const longest = Math.min(this.#longestSuffix, word.length);
    for (let length = 0; length <= longest; length++) {
      const affixes = suffixes.get(word.slice(word.length - length));
      if (!affixes) continue;
      this.#steps.take(affixes.length * stepsOfAffix);
      for (const affix of affixes) found.push(affix);
    }
    return found;
  }

  #prefixesOf(word: string): readonly Affix[] {
    const { prefixes } = this.#affixes;
    const found: Affix[] = [];
    const longest = Math.min(this.#longestPrefix, word.length);
    for (let length = 0; length <= longest; length++) {
      const affixes = prefixes.get(word.slice(0, length));
      if (!affixes) continue;
      this.#steps.take(affixes.length * stepsOfAffix);
      for (const affix of affixes) found.push(affix);
    }
    return found;
  }

  /** @param line such as `house/MS`, with information on grammar after a tab or a space */
  #addLine(line: string): void {
    const space = line.search(/\s/);
    // Words of several parts are those that have no information after a space.
    const isPhrase = space > 0 && line[space] === ' ' && !/^ +[a-z]{2}:/.test(line.slice(space));
    const text = space < 0 || isPhrase ? line.trim() : line.slice(0, space);
    if (text === '') return;
    let slash = text.indexOf('/', 1);
    while (slash > 0 && text[slash - 1] === '\\') slash = text.indexOf('/', slash + 1);
    const written = slash < 0 ? text : text.slice(0, slash);
    const word = written.includes('\\') ? written.replaceAll('\\/', '/') : written;
    const flags = slash < 0 ? '' : text.slice(slash + 1);
    const known = this.#words.has(word) ? this.entriesOf(word) : undefined;
    if (!known) this.#words.set(word, flags);
    else if (known.length < maxEntries) {
      this.#words.set(word, [...known, this.#affixes.flags.read(flags)]);
    }
  }
}

/** What trying an affix counts as: its condition, its flags, and the word without it. */
const stepsOfAffix = 4;

/** Words with several meanings are listed several times. */
const maxEntries = 100;

const noEntries: readonly Flags[] = [];

function mayHaveBoth(entry: Flags, prefix: Affix, suffix: Affix): boolean {
  const hasPrefix = entry.has(prefix.flag);
  const hasSuffix = entry.has(suffix.flag);
  return (
    (hasPrefix && (hasSuffix || prefix.flags.has(suffix.flag))) ||
    (hasSuffix && suffix.flags.has(prefix.flag))
  );
}

function longestKey(table: ReadonlyMap<string, unknown>): number {
  return [...table.keys()].reduce((longest, { length }) => Math.max(longest, length), 0);
}
