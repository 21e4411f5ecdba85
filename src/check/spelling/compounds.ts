import type { StepLimit } from '../../base/time/step-limit.ts';
import type { AffixFile } from './affixes.ts';
import type { WordForm, WordForms } from './word-forms.ts';

type Place = 'begin' | 'middle' | 'end';

/** A word has fewer parts; a longer text takes no more time. */
const maxLength = 80;

/** The compounds of a dictionary, such as German `Haustürschlüssel`. */
export class Compounds {
  readonly #forms: WordForms;
  readonly #steps: StepLimit;
  readonly #flags: Readonly<Record<Place, readonly string[]>>;
  readonly #permit: string;
  readonly #forbid: string;
  readonly #circumfix: string;
  readonly #needsAffix: string;
  readonly #shortest: number;
  readonly #checks: Readonly<Record<'case' | 'duplicate' | 'triple' | 'replaced', boolean>>;
  readonly #affixes: AffixFile;
  /** Whether a text is a part, by its place and itself. */
  readonly #parts = new Map<string, boolean>();

  constructor(affixes: AffixFile, forms: WordForms, steps: StepLimit) {
    const { settings } = affixes;
    this.#affixes = affixes;
    this.#forms = forms;
    this.#steps = steps;
    const flag = (name: string) => settings.get(name) ?? '';
    const flags = (...names: readonly string[]) => names.map(flag).filter(Boolean);
    this.#flags = {
      begin: flags('COMPOUNDFLAG', 'COMPOUNDBEGIN'),
      middle: flags('COMPOUNDFLAG', 'COMPOUNDMIDDLE'),
      end: flags('COMPOUNDFLAG', 'COMPOUNDEND', 'COMPOUNDLAST'),
    };
    this.#permit = flag('COMPOUNDPERMITFLAG');
    this.#forbid = flag('COMPOUNDFORBIDFLAG');
    this.#circumfix = flag('CIRCUMFIX');
    this.#needsAffix = flag('NEEDAFFIX');
    this.#shortest = Math.max(1, Math.floor(Number(settings.get('COMPOUNDMIN') ?? 3)) || 1);
    this.#checks = {
      case: settings.has('CHECKCOMPOUNDCASE'),
      duplicate: settings.has('CHECKCOMPOUNDDUP'),
      triple: settings.has('CHECKCOMPOUNDTRIPLE'),
      replaced: settings.has('CHECKCOMPOUNDREP'),
    };
  }

  includes(word: string): boolean {
    const { begin, end } = this.#flags;
    if (begin.length === 0 || end.length === 0 || word.length > maxLength) return false;
    return this.#endsAfter(word, 0, '', new Set()) && !this.#isReplaced(word);
  }

  /**
   * Whether the rest of a word is parts that go together.
   *
   * @param before the part before it
   * @param failed the starts of rests that are not
   */
  #endsAfter(word: string, start: number, before: string, failed: Set<number>): boolean {
    if (failed.has(start)) return false;
    const place = start === 0 ? 'begin' : 'middle';
    for (let at = start + this.#shortest; at <= word.length - this.#shortest; at++) {
      const part = word.slice(start, at);
      if (this.#checks.duplicate && part === before) continue;
      if (!this.#maySplit(word, at) || !this.#isPart(part, place)) continue;
      const rest = word.slice(at);
      const isLast = !(this.#checks.duplicate && rest === part) && this.#isPart(rest, 'end');
      if (isLast || this.#endsAfter(word, at, part, failed)) return true;
    }
    failed.add(start);
    return false;
  }

  #isPart(part: string, place: Place): boolean {
    const key = place + part;
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const isPart = this.#forms.some(part, (form) => this.#fits(form, place));
    this.#parts.set(key, isPart);
    return isPart;
  }

  #fits({ entry, prefix, suffix }: WordForm, place: Place): boolean {
    const has = (flag: string) =>
      entry.has(flag) || (prefix?.flags.has(flag) ?? false) || (suffix?.flags.has(flag) ?? false);
    if (!this.#flags[place].some(has) || has(this.#forbid)) return false;
    if (!prefix && !suffix && entry.has(this.#needsAffix)) return false;
    // Inside a compound there are only affixes that say so.
    const inner = place === 'end' ? prefix : suffix;
    if (inner && !inner.flags.has(this.#permit)) return false;
    const circumfix = this.#circumfix;
    return (prefix?.flags.has(circumfix) ?? false) === (suffix?.flags.has(circumfix) ?? false);
  }

  /** Whether two parts may meet at a place. */
  #maySplit(word: string, at: number): boolean {
    const [before = '', after = ''] = [word[at - 1], word[at]];
    const isUpper = (c: string) => c !== c.toLowerCase();
    if (this.#checks.case && before !== '-' && after !== '-' && [before, after].some(isUpper)) {
      return false;
    }
    if (this.#checks.triple && before === after) {
      if (word[at - 2] === before || word[at + 1] === before) return false;
    }
    this.#steps.take(this.#affixes.forbiddenSeams.length);
    return !this.#affixes.forbiddenSeams.some(
      ([end, start]) => word.slice(0, at).endsWith(end) && word.startsWith(start, at),
    );
  }

  /** Whether a word is a common misspelling of one that is listed. */
  #isReplaced(word: string): boolean {
    if (!this.#checks.replaced) return false;
    this.#steps.take(this.#affixes.replacements.length);
    return this.#affixes.replacements.some(
      ([from, to]) =>
        word.includes(from) && this.#forms.entriesOf(word.replace(from, to)).length > 0,
    );
  }
}
