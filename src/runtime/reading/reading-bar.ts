import { titleOf } from '../slides/slide-tile.ts';
import { fill, inWords, words } from '../words.ts';

interface ReadingActions {
  /** Goes back to the presentation. */
  readonly leave: () => void;
  readonly show: (slide: HTMLElement) => void;
  readonly inView: () => HTMLElement | undefined;
  readonly addressOf: (slide: HTMLElement) => string;
}

/** The bar above the slides of the reading view: a skip link, the contents, a button to present. */
export class ReadingBar {
  readonly element = document.createElement('header');
  readonly #slides: readonly HTMLElement[];
  readonly #actions: ReadingActions;
  readonly #contents = document.createElement('details');

  constructor(slides: readonly HTMLElement[], actions: ReadingActions) {
    this.#slides = slides;
    this.#actions = actions;
    this.element.className = 'reading-bar';
    inWords(this.element);
    const skip = createButton(words().skipToSlides, () => {
      const slide = actions.inView();
      if (slide) actions.show(slide);
    });
    skip.className = 'skip';
    this.element.append(skip, this.#createContents(), createButton(words().present, actions.leave));
  }

  closeContents(): void {
    this.#contents.open = false;
  }

  #createContents(): HTMLElement {
    const nav = document.createElement('nav');
    nav.ariaLabel = words().slides;
    const summary = document.createElement('summary');
    summary.textContent = words().contents;
    const list = document.createElement('ol');
    list.role = 'list';
    this.#contents.append(summary, list);
    this.#contents.addEventListener('toggle', () => {
      if (!list.firstChild) list.append(...this.#slides.map((slide, i) => this.#link(slide, i)));
    });
    nav.append(this.#contents);
    return nav;
  }

  #link(slide: HTMLElement, index: number): HTMLElement {
    const link = document.createElement('a');
    link.lang = slide.lang || document.documentElement.lang;
    link.href = this.#actions.addressOf(slide);
    link.textContent = titleOf(slide) || fill(words().slide, index + 1);
    const item = document.createElement('li');
    item.append(link);
    return item;
  }
}

function createButton(text: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', press);
  return button;
}
