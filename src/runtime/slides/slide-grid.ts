import { fitSlides } from '../fit/fit-slide.ts';
import { fill, inWords, words } from '../words.ts';
import { createTile, listTiles, titleOf } from './slide-tile.ts';
import { createThumbnail } from './thumbnail.ts';

/** Milliseconds to wait for the next digit. */
const typingTime = 1500;

/**
 * A dialog with all slides as buttons in a grid, which can be shown again and again. Thumbnails are rendered only while
 * in view, those of the first frame at once.
 */
export class SlideGrid {
  readonly #slides: readonly HTMLElement[];
  readonly #titles: readonly string[];
  readonly #tiles: readonly HTMLButtonElement[];
  readonly #dialog = document.createElement('dialog');
  readonly #grid: HTMLElement;
  readonly #sizes = new ResizeObserver(() => this.#measure());
  readonly #visibility: IntersectionObserver;
  #typed = '';
  #timer = 0;

  /** @param leave called with the slide to go to, if any */
  constructor(slides: readonly HTMLElement[], leave: (slide?: HTMLElement) => void) {
    this.#slides = slides;
    this.#titles = slides.map(titleOf);
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
    this.#visibility = new IntersectionObserver((changes) => this.#update(changes), {
      root: this.#dialog,
      rootMargin: '50%',
    });
  }

  /** Whether it is still the grid of these slides. */
  shows(slides: readonly HTMLElement[]): boolean {
    return (
      slides.length === this.#slides.length &&
      slides.every((slide, i) => slide === this.#slides[i] && titleOf(slide) === this.#titles[i])
    );
  }

  show(current: Element | undefined): void {
    const index = Math.max(this.#slides.indexOf(current as HTMLElement), 0);
    document.body.append(this.#dialog);
    this.mark(current);
    this.#reach(index);
    // The dialog focuses it while it opens: focusing afterwards would cost another layout.
    for (const tile of this.#tiles) tile.autofocus = tile === this.#tiles[index];
    this.#dialog.showModal();
    this.#tiles[index]?.scrollIntoView({ block: 'center' });
    this.#draw(this.#inView(index));
    for (const tile of this.#tiles) this.#visibility.observe(tile);
    this.#sizes.observe(this.#grid);
  }

  remove(): void {
    this.#visibility.disconnect();
    this.#sizes.disconnect();
    clearTimeout(this.#timer);
    this.#dialog.close();
    this.#dialog.remove();
    for (const tile of this.#tiles) clear(tile);
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
  #focus(index: number): void {
    const tile = this.#tiles[index];
    if (!tile) return;
    this.#reach(index);
    tile.focus({ preventScroll: true });
    tile.scrollIntoView({ block: 'nearest' });
  }

  /** Makes a tile the only one in the tab order. */
  #reach(index: number): void {
    for (const tile of this.#grid.querySelectorAll<HTMLElement>('[tabindex="0"]')) {
      tile.tabIndex = -1;
    }
    const tile = this.#tiles[index];
    if (tile) tile.tabIndex = 0;
  }

  /** The tiles in view, of which `index` is one. */
  #inView(index: number): readonly HTMLButtonElement[] {
    const { scrollTop, clientHeight } = this.#dialog;
    // The items themselves: asking for the places of what is in them would lay out all that is out of view.
    const items = this.#tiles.map(({ parentElement }) => parentElement as HTMLElement);
    const height = items[index]?.offsetHeight ?? 0;
    const top = (i: number): number => items[i]?.offsetTop ?? Number.NaN;
    let [first, last] = [index, index];
    while (top(first - 1) + height > scrollTop) first--;
    while (top(last + 1) < scrollTop + clientHeight) last++;
    return this.#tiles.slice(first, last + 1);
  }

  #update(changes: readonly IntersectionObserverEntry[]): void {
    const tiles = changes.map(({ target }) => target as HTMLButtonElement);
    const shown = tiles.filter((_, i) => changes[i]?.isIntersecting);
    for (const tile of tiles) if (!shown.includes(tile)) clear(tile);
    this.#draw(shown.filter((tile) => !frameOf(tile)?.hasChildNodes()));
  }

  #draw(tiles: readonly HTMLButtonElement[]): void {
    const slides = tiles.map((tile) => this.#slides[this.#tiles.indexOf(tile)]);
    // All at once, as each measured alone would cost a layout of the page.
    fitSlides(slides);
    for (const [i, slide] of slides.entries()) {
      if (slide) frameOf(tiles[i])?.append(createThumbnail(slide));
    }
    this.#measure();
  }

  /**
   * Sets the scale of the thumbnails relative to the size of the slides, on each of them: set on the dialog, it would
   * change the styles of all tiles.
   */
  #measure(): void {
    const width = this.#slides[0]?.closest<HTMLElement>('[data-width]')?.dataset.width;
    const thumbnails = this.#grid.querySelectorAll<HTMLElement>('.slides');
    const shown = thumbnails[0]?.parentElement?.clientWidth ?? 0;
    for (const { style } of thumbnails) style.setProperty('--scale', `${shown / Number(width)}`);
  }
}

function frameOf(tile: Element | undefined): Element | null | undefined {
  return tile?.firstElementChild;
}

function clear(tile: Element): void {
  frameOf(tile)?.replaceChildren();
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
