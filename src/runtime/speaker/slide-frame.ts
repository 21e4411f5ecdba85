import { copySlide, paintCopy, withoutIds } from '../slides/slide-copy.ts';
import { followMedia, stillMedia } from './media-stills.ts';

/** A slide at one of its steps. */
export interface Moment {
  readonly slide: HTMLElement;
  /** How many of its steps were taken. */
  readonly step: number;
}

/** A picture of a slide, as large as the box that it stands in lets it be. */
export class SlideFrame {
  readonly #box: HTMLElement;
  readonly #frame: HTMLElement;
  readonly #size: readonly [width: number, height: number];
  #shown: Moment | undefined;
  #copy: HTMLElement | undefined;

  /** @param deck the element whose slides are shown */
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

  show(moment: Moment | undefined): void {
    this.#shown = moment;
    this.#frame.replaceChildren();
    this.#box.classList.toggle('empty', !moment);
    if (!moment) return;
    const { slide, step } = moment;
    const copy = copySlide(slide, step);
    stillMedia(copy, slide);
    const slides = document.createElement('span');
    slides.className = 'slides';
    slides.append(withoutIds(copy));
    this.#frame.append(slides);
    paintCopy(copy);
    this.#copy = copy;
  }

  /** Shows what moves by itself as it is now. */
  follow(): void {
    if (this.#shown && this.#copy) followMedia(this.#copy, this.#shown.slide);
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
