import { fitSlides } from '../fit/fit-slide.ts';
import { fill, inWords, words } from '../words.ts';
import { createTile, listTiles } from './slide-tile.ts';
import { createThumbnail } from './thumbnail.ts';

/** Milliseconds to wait for the next digit. */
const typingTime = 1500;

/** A dialog with all slides as buttons in a grid. Thumbnails are rendered only while in view. */
export class SlideGrid {
  readonly #slides: readonly HTMLElement[];
  readonly #tiles: readonly HTMLButtonElement[];
  readonly #dialog = document.createElement('dialog');
  readonly #grid: HTMLElement;
  readonly #sizes = new ResizeObserver(() => this.#measure());
  readonly #visibility: IntersectionObserver;
  #typed = '';
  #timer = 0;

  /** @param leave called once, with the slide to go to, if any */
  constructor(slides: readonly HTMLElement[], leave: (slide?: HTMLElement) => void) {
    this.#slides = slides;
    this.#tiles = slides.map((slide, i) => createTile(slide, i + 1));
    for (const [i, tile] of this.#tiles.entries()) {
      tile.addEventListener('click', () => leave(slides[i]));
    }
    this.#grid = listTiles(this.#tiles, slides);
    this.#dialog.className = 'all-slides';
    this.#dialog.ariaLabel = words().overview;
    inWords(this.#dialog);
    this.#dialog.append(
      createHead(slides.length, () => leave()),
      this.#grid,
    );
    // The back gesture of phones.
    this.#dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      leave();
    });
    this.#visibility = new IntersectionObserver((changes) => this.#draw(changes), {
      root: this.#dialog,
      rootMargin: '50%',
    });
  }

  show(current: Element | undefined): void {
    document.body.append(this.#dialog);
    this.#dialog.showModal();
    this.#measure();
    this.mark(current);
    this.#focus(this.#slides.indexOf(current as HTMLElement), 'center');
    for (const tile of this.#tiles) this.#visibility.observe(tile);
    this.#sizes.observe(this.#grid);
  }

  remove(): void {
    this.#visibility.disconnect();
    this.#sizes.disconnect();
    clearTimeout(this.#timer);
    this.#dialog.close();
    this.#dialog.remove();
  }

  /** Marks the current slide. */
  mark(current: Element | undefined): void {
    for (const [i, tile] of this.#tiles.entries()) {
      tile.ariaCurrent = this.#slides[i] === current ? 'true' : null;
    }
  }

  move(key: string): void {
    this.#typed = '';
    const last = this.#tiles.length - 1;
    const now = this.#tiles.indexOf(document.activeElement as HTMLButtonElement);
    const steps = this.#stepsOf(key);
    if (key === 'Home' || key === 'End') this.#focus(key === 'Home' ? 0 : last);
    else if (now < 0) this.#focus(this.#tiles.findIndex(({ tabIndex }) => tabIndex === 0));
    else if (now + steps >= 0 && now + steps <= last) this.#focus(now + steps);
    else if (Math.abs(steps) > this.#columns) this.#focus(steps < 0 ? 0 : last);
    // The last row may be shorter.
    else if (steps > 1 && this.#rowOf(now) < this.#rowOf(last)) this.#focus(last);
  }

  /** Adds a typed digit to the number of the slide to focus. */
  type(digit: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#typed = '';
    }, typingTime);
    const typed = this.#typed + digit;
    const isNumber = Number(typed) <= this.#tiles.length;
    this.#typed = isNumber ? typed : digit;
    const number = Number(this.#typed);
    if (number >= 1 && number <= this.#tiles.length) this.#focus(number - 1);
  }

  #stepsOf(key: string): number {
    const { clientHeight } = this.#dialog;
    const rows = Math.max(1, Math.floor(clientHeight / (this.#tiles[0]?.offsetHeight || 1)) - 1);
    const forward = document.documentElement.dir === 'rtl' ? -1 : 1;
    const offsets: Readonly<Record<string, number>> = {
      ArrowRight: forward,
      ArrowLeft: -forward,
      ArrowDown: this.#columns,
      ArrowUp: -this.#columns,
      PageDown: rows * this.#columns,
      PageUp: -rows * this.#columns,
    };
    return offsets[key] ?? 0;
  }

  get #columns(): number {
    return getComputedStyle(this.#grid).gridTemplateColumns.split(' ').length;
  }

  #rowOf(index: number): number {
    return Math.floor(index / this.#columns);
  }

  /** Focuses a tile and makes it the only one in the tab order. */
  #focus(index: number, block: ScrollLogicalPosition = 'nearest'): void {
    const tile = this.#tiles[Math.max(index, 0)];
    if (!tile) return;
    for (const other of this.#grid.querySelectorAll('[tabindex="0"]')) {
      (other as HTMLElement).tabIndex = -1;
    }
    tile.tabIndex = 0;
    tile.focus({ preventScroll: true });
    tile.scrollIntoView({ block });
  }

  /** Sets the scale of the thumbnails relative to the size of the slides. */
  #measure(): void {
    const width = this.#slides[0]?.closest<HTMLElement>('[data-width]')?.dataset.width;
    const shown = this.#grid.querySelector('.thumbnail')?.clientWidth ?? 0;
    this.#dialog.style.setProperty('--scale', `${shown / Number(width)}`);
  }

  #draw(changes: readonly IntersectionObserverEntry[]): void {
    const shown = changes.map(({ target, isIntersecting }) =>
      isIntersecting ? this.#slides[this.#tiles.indexOf(target as HTMLButtonElement)] : undefined,
    );
    // All at once, as each measured alone would cost a layout of the page.
    fitSlides(shown);
    for (const [i, { target }] of changes.entries()) {
      const slide = shown[i];
      target.firstElementChild?.replaceChildren(...(slide ? [createThumbnail(slide)] : []));
    }
  }
}

function createHead(count: number, close: () => void): HTMLElement {
  const head = document.createElement('header');
  const heading = document.createElement('h2');
  heading.textContent = fill(words().slideCount, count);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'close';
  button.textContent = words().close;
  button.addEventListener('click', close);
  head.append(heading, button);
  return head;
}
