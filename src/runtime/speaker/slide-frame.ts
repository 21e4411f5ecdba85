import { copySlide, paintCopy, withoutIds } from '../slides/slide-copy.ts';
import { freezeMedia, updateStills } from './media-stills.ts';

/** A slide at one of its steps, counted from 0. */
export interface SlideStep {
  readonly slide: HTMLElement;
  /** The number of its steps already shown. */
  readonly step: number;
}

/** A copy of a slide, scaled to fit its box. */
export class SlideFrame {
  readonly #box: HTMLElement;
  readonly #frame: HTMLElement;
  readonly #size: readonly [width: number, height: number];
  #shown: SlideStep | undefined;
  #copy: HTMLElement | undefined;

  /** @param deck the element that contains the slides */
  constructor(box: HTMLElement, deck: HTMLElement) {
    const page = box.ownerDocument;
    this.#box = box;
    this.#size = [Number(deck.dataset.width), Number(deck.dataset.height)];
    this.#frame = page.createElement('span');
    this.#frame.className = 'frame deck';
    this.#frame.classList.toggle('tall', deck.classList.contains('tall'));
    this.#frame.lang = document.documentElement.lang;
    this.#frame.dir = document.documentElement.dir;
    this.#frame.ariaHidden = 'true';
    this.#frame.inert = true;
    box.prepend(this.#frame);
    const view = page.defaultView ?? window;
    new view.ResizeObserver(() => this.#fit()).observe(box);
    this.#fit();
  }

  show(shown: SlideStep | undefined): void {
    this.#shown = shown;
    this.#frame.replaceChildren();
    this.#box.classList.toggle('empty', !shown);
    if (!shown) return;
    const { slide, step } = shown;
    const copy = copySlide(slide, step);
    freezeMedia(copy, slide);
    const slides = document.createElement('span');
    slides.className = 'slides';
    slides.append(withoutIds(copy));
    this.#frame.append(slides);
    paintCopy(copy);
    this.#copy = copy;
  }

  /** Updates the still frames of playing videos. */
  updateMedia(): void {
    if (this.#shown && this.#copy) updateStills(this.#copy, this.#shown.slide);
  }

  #fit(): void {
    const [width, height] = this.#size;
    const { clientWidth, clientHeight } = this.#box;
    const scale = Math.min(clientWidth / width, clientHeight / height);
    this.#frame.style.inlineSize = `${width * scale}px`;
    this.#frame.style.blockSize = `${height * scale}px`;
    this.#frame.style.setProperty('--scale', `${scale}`);
  }
}
