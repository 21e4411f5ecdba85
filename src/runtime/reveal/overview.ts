interface Deck {
  dispatchEvent(event: { readonly type: string }): void;
}

/**
 * Stands for the overview of reveal.js, and tells when it opens and closes; what it shows is made by
 * a part of its own, over the deck, which stays as it is.
 */
export default class Overview {
  readonly #deck: Deck;
  #open = false;

  constructor(deck: Deck) {
    this.#deck = deck;
  }

  isOpen(): boolean {
    return this.#open;
  }

  /** Whether the deck's own slides are moved about, as reveal.js asks before it shows one. */
  isActive(): boolean {
    return false;
  }

  toggle(open = !this.#open): void {
    if (open === this.#open) return;
    this.#open = open;
    this.#deck.dispatchEvent({ type: open ? 'overviewshown' : 'overviewhidden' });
  }

  layout(): void {}
  update(): void {}
}
