interface Deck {
  dispatchEvent(event: { readonly type: string }): void;
}

/**
 * Replaces the overview of reveal.js and dispatches its events. Lectern renders its own overview above
 * the deck, which is not changed.
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

  /** Whether reveal.js has rearranged the slides. */
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
