import { likelySubtags } from '../../base/language-tag.ts';
import { ownValue } from '../../base/own-value.ts';
import type { Dictionary } from './dictionary.ts';
import { isName } from './text-words.ts';

/** What is before an apostrophe and no word, such as `l'` in French. */
const elisions: Readonly<Record<string, RegExp>> = {
  fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|entr)['’ʼ]/i,
  it: /^(?:[cdlmnstv]|un|gl|all|coll|dall|dell|nell|sull|quest|quell|bell|sant|anch|com|dov|tutt)['’ʼ]/i,
  ca: /^[dlmnst]['’ʼ]/i,
  oc: /^(?:[dlmnst]|qu)['’ʼ]/i,
};

const scripts: Readonly<Record<string, RegExp>> = {
  Arab: /\p{Script=Arabic}/u,
  Armn: /\p{Script=Armenian}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Geor: /\p{Script=Georgian}/u,
  Grek: /\p{Script=Greek}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Kore: /\p{Script=Hangul}/u,
  Latn: /\p{Script=Latin}/u,
};

/** Checks words of one language. */
export class SpellChecker {
  readonly #dictionary: Dictionary;
  readonly #own: ReadonlySet<string>;
  readonly #elision: RegExp | undefined;
  readonly #script: RegExp | undefined;
  readonly #isEnglish: boolean;
  readonly #known = new Map<string, boolean>();

  /**
   * @param language canonical tag
   * @param own words that are right besides those of the dictionary
   */
  constructor(dictionary: Dictionary, language: string, own: ReadonlySet<string>) {
    this.#dictionary = dictionary;
    this.#own = own;
    const { language: base, script } = likelySubtags(language);
    this.#elision = ownValue(elisions, base);
    this.#isEnglish = base === 'en';
    this.#script = scripts[script];
  }

  /** The parts of a word that are wrong: itself, or some between its hyphens. */
  wrongPartsOf(word: string): readonly string[] {
    const whole = word.replace(/^[-‐‑]+|[-‐‑]+$/g, '');
    if (this.#isRight(whole)) return [];
    const parts = whole.split(/[-‐‑]/).filter((part) => part !== '');
    return parts.filter((part, i) => {
      // 20-prozentig
      const isAfterNumber = i > 0 && /^\p{N}+$/u.test(parts[i - 1] ?? '');
      return !isAfterNumber && !this.#isPart(part);
    });
  }

  /** @see Dictionary.suggest */
  suggest(word: string, most: number, isThorough: boolean): readonly string[] {
    return this.#dictionary.suggest(plain(word), most, isThorough);
  }

  /** A part between hyphens may have a form of its own, such as German `Arbeits-`. */
  #isPart(part: string): boolean {
    return this.#isRight(part) || this.#isRight(`${part}-`) || this.#isRight(`-${part}`);
  }

  #isRight(word: string): boolean {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const isRight = this.#look(word);
    this.#known.set(word, isRight);
    return isRight;
  }

  #look(word: string): boolean {
    if (!/\p{L}{2}/u.test(word) || isName(word) || this.#isOfOtherScript(word)) return true;
    const written = plain(word);
    if (this.#isOwn(written) || this.#dictionary.isWord(written)) return true;
    // Abbreviations are listed with their period: usw.
    if (this.#dictionary.isWord(`${written}.`)) return true;
    // English dictionaries list cafe and naive without their accents.
    const bare = this.#isEnglish ? written.normalize('NFD').replace(/\p{M}/gu, '') : written;
    if (bare !== written && this.#dictionary.isWord(bare)) return true;
    const rest = this.#elision ? written.replace(this.#elision, '') : written;
    if (rest !== written) return this.#isRight(rest);
    // Anna's, Max'
    const [, stem] = /^(.+?)(?:'s|s')$/i.exec(written) ?? [];
    return stem !== undefined && this.#isRight(stem);
  }

  #isOwn(word: string): boolean {
    return this.#own.has(word) || this.#own.has(word.toLowerCase());
  }

  #isOfOtherScript(word: string): boolean {
    const script = this.#script;
    return script !== undefined && [...word].some((c) => /\p{L}/u.test(c) && !script.test(c));
  }
}

/** With the apostrophe and hyphen of keyboards. */
function plain(word: string): string {
  return word.normalize().replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-');
}
