import type { RevealApi } from 'reveal.js';
import { suppressMotion, withReducedMotion } from '../patch/motion.ts';

/** A step after the last one of any slide: shows all of its content. */
const allSteps = 1000;

/** The deck next to the editor: which of its slides is shown. */
export class DeckView {
  readonly #deck: RevealApi | undefined;
  readonly #onSlideChange: () => void;
  #isNavigating = false;

  /** @param onSlideChange called when the slide was changed by something other than the editor */
  constructor(deck: RevealApi | undefined, turned: () => void) {
    this.#deck = deck;
    this.#onSlideChange = () => {
      if (!this.#isNavigating) turned();
    };
    deck?.on('slidechanged', this.#onSlideChange);
  }

  /** The index of the current slide. */
  get slide(): number {
    const slide = this.#deck?.getCurrentSlide();
    return slide ? (this.#deck?.getSlides().indexOf(slide) ?? 0) : 0;
  }

  /** Shows a slide with all its steps. */
  showSlide(index: number): void {
    const slide = this.#deck?.getSlides()[index];
    if (!this.#deck || !slide || index === this.slide) return;
    const { h, v } = this.#deck.getIndices(slide);
    this.#isNavigating = true;
    withReducedMotion(() => this.#deck?.slide(h, v, allSteps));
    this.#isNavigating = false;
  }

  /** Shows all steps of the slide, so that everything that is edited is visible. */
  showAllSteps(): void {
    const slide = this.#deck?.getCurrentSlide();
    if (!this.#deck || !slide || !this.#deck.availableFragments().next) return;
    const { h, v } = this.#deck.getIndices(slide);
    suppressMotion([slide]);
    withReducedMotion(() => this.#deck?.slide(h, v, allSteps));
  }

  close(): void {
    this.#deck?.off('slidechanged', this.#onSlideChange);
  }
}
