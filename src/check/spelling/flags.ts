/** The flags of a word or an affix, which refer to affixes and rules. */
export type Flags = ReadonlySet<string>;

export const noFlags: Flags = new Set();

/** Reads flags in the notation of a dictionary. Most are repeated thousands of times; each is read once. */
export class FlagReader {
  readonly #known = new Map<string, Flags>();
  readonly #split: (text: string) => readonly string[];
  readonly #aliases: readonly string[];

  /**
   * @param notation `long` for pairs of characters, `num` for numbers with commas, others for single characters
   * @param aliases the flags that the numbers in a word list stand for, from 1; empty if there are none
   */
  constructor(notation: string, aliases: readonly string[]) {
    this.#split = splitters[notation] ?? ((text) => [...text]);
    this.#aliases = aliases;
  }

  read(text: string): Flags {
    const known = this.#known.get(text);
    if (known) return known;
    const written = this.#aliases.length > 0 ? (this.#aliases[Number(text) - 1] ?? text) : text;
    const flags = new Set(this.#split(written));
    this.#known.set(text, flags);
    return flags;
  }
}

const splitters: Readonly<Record<string, (text: string) => readonly string[]>> = {
  long: (text) => text.match(/[\s\S]{2}/g) ?? [],
  num: (text) => text.split(','),
};
