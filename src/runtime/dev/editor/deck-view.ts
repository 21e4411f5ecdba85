import type { RevealApi } from 'reveal.js';
import { keepStill, withoutMotion } from '../patch/motion.ts';

/** Beyond the last step of any slide: all of it is to be seen. */
const lastStep = 1000;

/** The deck beside the editor: which of its slides is shown. */
export class DeckView {
  readonly #deck: RevealApi | undefined;
  readonly #turned: () => void;
  #isTurning = false;

  /** @param turned called when somebody else goes to another slide */
  constructor(deck: RevealApi | undefined, turned: () => void) {
    this.#deck = deck;
    this.#turned = () => {
      if (!this.#isTurning) turned();
    };
    deck?.on('slidechanged', this.#turned);
  }

  /** The place of the slide that is shown among all, from 0. */
  get slide(): number {
    const slide = this.#deck?.getCurrentSlide();
    return slide ? (this.#deck?.getSlides().indexOf(slide) ?? 0) : 0;
  }

  /** Brings a slide up, with all its steps. */
  turnTo(place: number): void {
    const slide = this.#deck?.getSlides()[place];
    if (!this.#deck || !slide || place === this.slide) return;
    const { h, v } = this.#deck.getIndices(slide);
    this.#isTurning = true;
    withoutMotion(() => this.#deck?.slide(h, v, lastStep));
    this.#isTurning = false;
  }

  /** Shows all steps of the slide: nobody can write on what is not seen. */
  showSteps(): void {
    const slide = this.#deck?.getCurrentSlide();
    if (!this.#deck || !slide || !this.#deck.availableFragments().next) return;
    const { h, v } = this.#deck.getIndices(slide);
    keepStill([slide]);
    withoutMotion(() => this.#deck?.slide(h, v, lastStep));
  }

  close(): void {
    this.#deck?.off('slidechanged', this.#turned);
  }
}
