/** The text of a deck, in which a place is found by the characters around it. */
export class DeckText {
  /** Without white space. */
  readonly #characters: string;
  /** The places in it before which there is white space. */
  readonly #gaps = new Set<number>();
  /** Where the last text was found: texts come in about the order of the deck. */
  #near = 0;

  constructor(text: string) {
    let characters = '';
    for (const part of comparable(text).split(/\s+/)) {
      this.#gaps.add(characters.length);
      characters += part;
    }
    this.#characters = characters;
  }

  /**
   * Whether two texts that are shown one after the other have white space between them in the deck.
   *
   * @param isFar whether the texts may be anywhere in the deck
   * @returns `undefined` if they do not follow each other in the deck
   */
  isApart(before: string, after: string, isFar: boolean): boolean | undefined {
    const from = isFar ? 0 : Math.max(0, this.#near - nearby);
    const part = isFar ? this.#characters : this.#characters.slice(from, this.#near + nearby);
    const text = before + after;
    const next = part.indexOf(text, this.#near - from);
    const at = next < 0 ? part.indexOf(text) : next;
    if (at < 0) return undefined;
    this.#near = from + at;
    return this.#gaps.has(this.#near + before.length);
  }
}

/** How many characters of a deck are searched on both sides. */
const nearby = 20_000;

/** Without what fonts and style sheets change: ligatures, Arabic forms, capitals; and without what is not seen. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '');
}
