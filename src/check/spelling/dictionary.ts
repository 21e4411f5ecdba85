import { StepLimit } from '../../base/time/step-limit.ts';
import { type Affix, type AffixFile, readAffixes } from './affixes.ts';
import { Compounds } from './compounds.ts';
import { suggestWords } from './suggestions.ts';
import { Trigrams } from './trigrams.ts';
import { type WordForm, WordForms } from './word-forms.ts';

/**
 * The affixes, lines and similar words that are tried in a run: a large deck needs some million, and some ten
 * seconds are enough for all of these.
 */
const maxSteps = 200_000_000;

/** Conversions only exchange characters. A longer result is no word. */
const maxConverted = 1000;

/** Longer words have no similar ones that are worth the time. */
const maxSuggested = 60;

/**
 * A Hunspell dictionary. All methods throw a `StepLimitError` if it is made so that words take too much time.
 */
export class Dictionary {
  readonly #steps: StepLimit;
  readonly #affixes: AffixFile;
  readonly #forms: WordForms;
  readonly #compounds: Compounds;
  #trigrams: Trigrams | undefined;
  readonly #flags: Readonly<Record<'needsAffix' | 'compoundOnly' | 'circumfix', string>> & {
    readonly forbidden: string;
    readonly keepsCase: string;
    readonly notSuggested: string;
  };

  /**
   * @param rules the content of its `.aff` file
   * @param list the content of its `.dic` file
   * @param steps counts what is tried
   */
  constructor(rules: string, list: string, steps = new StepLimit(maxSteps)) {
    this.#steps = steps;
    this.#affixes = readAffixes(rules);
    this.#forms = new WordForms(list, this.#affixes, this.#steps);
    const flag = (name: string) => this.#affixes.settings.get(name) ?? '';
    this.#flags = {
      needsAffix: flag('NEEDAFFIX') || flag('PSEUDOROOT'),
      compoundOnly: flag('ONLYINCOMPOUND'),
      circumfix: flag('CIRCUMFIX'),
      forbidden: flag('FORBIDDENWORD'),
      keepsCase: flag('KEEPCASE'),
      notSuggested: flag('NOSUGGEST'),
    };
    this.#compounds = new Compounds(this.#affixes, this.#forms, this.#steps);
  }

  /** Whether a word is right, whole or with its first letter in lower case. */
  isWord(written: string): boolean {
    const word = this.#convert(written);
    if (this.#isRight(word, true)) return true;
    const lower = word.toLowerCase();
    return lower !== word && this.#isRight(lower, false);
  }

  /**
   * Similar words that are right, the most likely one first.
   *
   * @param isThorough as in {@link suggestWords}
   */
  suggest(written: string, most: number, isThorough: boolean): readonly string[] {
    if (written.length > maxSuggested) return [];
    this.#trigrams ??= new Trigrams(this.#forms.listed);
    const words = {
      listed: this.#forms.listed,
      trigrams: this.#trigrams,
      steps: this.#steps,
      isSimple: (each: string) => this.#isSuggested(each) && this.#isSimple(each, true),
      isWord: (each: string) => this.#isSuggested(each) && this.#isRight(each, true),
    };
    const word = this.#convert(written);
    return suggestWords(word, this.#affixes, words, isThorough).slice(0, most);
  }

  #isRight(word: string, isAsWritten: boolean): boolean {
    if (this.#isForbidden(word)) return false;
    return this.#isSimple(word, isAsWritten) || this.#compounds.includes(word);
  }

  /** Whether a word is right that is no compound. */
  #isSimple(word: string, isAsWritten: boolean): boolean {
    if (this.#isForbidden(word)) return false;
    const { keepsCase } = this.#flags;
    return this.#forms.some(
      word,
      (form) => this.#isComplete(form) && (isAsWritten || !form.entry.has(keepsCase)),
    );
  }

  #isForbidden(word: string): boolean {
    const { forbidden } = this.#flags;
    return this.#forms.entriesOf(word).some((entry) => entry.has(forbidden));
  }

  #isSuggested(word: string): boolean {
    const { notSuggested } = this.#flags;
    return !this.#forms.entriesOf(word).some((entry) => entry.has(notSuggested));
  }

  /** Whether a form stands on its own. */
  #isComplete({ entry, prefix, suffix }: WordForm): boolean {
    const { needsAffix, compoundOnly, circumfix } = this.#flags;
    const affixes = [prefix, suffix].filter((affix): affix is Affix => affix !== undefined);
    if (affixes.length === 0 && entry.has(needsAffix)) return false;
    if ([entry, ...affixes.map(({ flags }) => flags)].some((flags) => flags.has(compoundOnly))) {
      return false;
    }
    if (affixes.length > 0 && affixes.every(({ flags }) => flags.has(needsAffix))) return false;
    return (prefix?.flags.has(circumfix) ?? false) === (suffix?.flags.has(circumfix) ?? false);
  }

  #convert(word: string): string {
    const { conversions } = this.#affixes;
    this.#steps.take(conversions.length);
    let text = word.normalize();
    for (const [from, to] of conversions) {
      if (text.length > maxConverted) return word;
      text = text.replaceAll(from, () => to);
    }
    return text;
  }
}
