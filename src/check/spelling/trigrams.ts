/** The sequences of three letters that occur in words, to leave out early what can be no word. */
export class Trigrams {
  readonly #known = new Set<string>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      for (const trigram of trigramsOf(word.toLowerCase())) this.#known.add(trigram);
    }
  }

  /** Whether there are enough words to tell. */
  get #isUsable(): boolean {
    return this.#known.size > 1000;
  }

  /** Whether a text contains at most so many sequences that occur in no word. @param text in lower case */
  hasAtMost(most: number, text: string): boolean {
    if (!this.#isUsable) return true;
    let count = 0;
    for (const trigram of trigramsOf(text))
      if (!this.#known.has(trigram) && ++count > most) return false;
    return true;
  }
}

/** Also of the start and the end. */
function trigramsOf(word: string): readonly string[] {
  const text = ` ${word} `;
  return Array.from({ length: text.length - 2 }, (_, i) => text.slice(i, i + 3));
}
