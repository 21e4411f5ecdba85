import type { RevealApi } from 'reveal.js';
import { focusSlide } from '../navigation/announce.ts';
import { captureKeys } from '../navigation/keyboard.ts';
import { saveAttributes, unhide } from '../slides/unhide.ts';
import { ReadingBar } from './reading-bar.ts';

/** The classes that apply the presentation's styles. */
const presentationClasses = ['live', 'reveal', 'reveal-full-page', 'reveal-viewport'];

/** The deck as one page, with the styles of the page without scripts. */
export class ReadingPage {
  readonly #deck: RevealApi;
  readonly #bar: ReadingBar;
  readonly #releaseKeys: () => void;
  #undo: (() => void)[] = [];
  #shown: { readonly slide: HTMLElement; readonly scroll: number } | undefined;

  constructor(deck: RevealApi, leave: () => void) {
    this.#deck = deck;
    const slides = deck.getSlides();
    this.#bar = new ReadingBar(slides, {
      leave,
      show: (slide) => this.#show(slide),
      inView: () => this.inView(),
      addressOf: (slide) => this.#addressOf(slide),
    });
    this.#releaseKeys = captureKeys([{ keys: ['r', 'Escape'], press: leave }]);
    document.addEventListener('click', this.#follow, true);
    addEventListener('hashchange', this.#follow, true);
  }

  /** Lays the slides out below each other and scrolls to one of them. */
  open(slide: HTMLElement | undefined): void {
    const all = document.querySelectorAll<HTMLElement>('.slides, .slides section');
    const root = document.querySelector('main.deck') as HTMLElement;
    const frame = [document.documentElement, document.body, root];
    this.#undo = [...frame.map(removePresentationStyles), ...Array.from(all, unhide)];
    for (const media of root.querySelectorAll<HTMLMediaElement>('video, audio')) media.pause();
    this.#undo.push(...Array.from(root.querySelectorAll<HTMLDetailsElement>('.chart-fold'), fold));
    this.#undo.push(...[...root.querySelectorAll<HTMLElement>(scrollers)].map(makeFocusable));
    document.body.prepend(this.#bar.element);
    if (slide) this.#show(slide);
  }

  /** Restores the presentation. */
  restore(): void {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo = [];
    this.#bar.element.remove();
  }

  close(): void {
    this.restore();
    this.#releaseKeys();
    document.removeEventListener('click', this.#follow, true);
    removeEventListener('hashchange', this.#follow, true);
  }

  /**
   * The slide in view: the one just gone to, or the last one that begins in the top quarter of the
   * window.
   */
  inView(): HTMLElement | undefined {
    if (this.#shown?.scroll === scrollY) return this.#shown.slide;
    const slides = this.#deck.getSlides();
    const isAbove = (slide: HTMLElement): boolean =>
      slide.getBoundingClientRect().top <= innerHeight / 4;
    return slides.findLast(isAbove) ?? slides[0];
  }

  #show(slide: HTMLElement): void {
    history.replaceState(null, '', this.#addressOf(slide));
    this.#bar.closeContents();
    focusSlide(slide);
    slide.scrollIntoView();
    this.#shown = { slide, scroll: scrollY };
  }

  /** The slide's address, as in the presentation. */
  #addressOf({ id, dataset }: HTMLElement): string {
    return `#/${id ? encodeURIComponent(id) : dataset.number}`;
  }

  /** Follows links by scrolling; the presentation stays on its slide. */
  readonly #follow = (event: Event): void => {
    const link = (event.target as Partial<Element> | null)?.closest?.('a[href^="#"]');
    const isChange = event.type === 'hashchange';
    if (!link && !isChange) return;
    event.stopImmediatePropagation();
    const hash = isChange ? location.hash : (link?.getAttribute('href') ?? '');
    // Links to elements are left to the browser.
    if (!hash.startsWith('#/')) return;
    const slide = this.#slideAt(hash);
    event.preventDefault();
    if (slide) this.#show(slide);
  };

  #slideAt(hash: string): HTMLElement | undefined {
    const { location } = this.#deck as unknown as { readonly location: RevealLocation };
    const indices = location.getIndicesFromHash(hash);
    return indices ? this.#deck.getSlide(indices.h, indices.v) : undefined;
  }
}

/** What may be wider than the page, and then scrolls by itself. */
const scrollers = 'table, pre, .chart-box, .diagram';

/** Lets the keyboard scroll what is wider than the page; some browsers do that by themselves. */
function makeFocusable(box: HTMLElement): () => void {
  const restore = saveAttributes(box, ['tabindex']);
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  return restore;
}

/** Folds the table of a chart. The browser's search finds it all the same, and unfolds it. */
function fold(details: HTMLDetailsElement): () => void {
  const table = details.nextElementSibling as HTMLElement;
  const undo = [details, table].map((element) => saveAttributes(element, ['open', 'hidden']));
  details.ontoggle = () => {
    if (details.open) table.removeAttribute('hidden');
    else table.setAttribute('hidden', 'until-found');
  };
  table.onbeforematch = () => {
    details.open = true;
  };
  details.open = false;
  return () => {
    for (const restore of undo) restore();
  };
}

interface RevealLocation {
  getIndicesFromHash(hash: string): { readonly h: number; readonly v: number } | null;
}

function removePresentationStyles(element: HTMLElement): () => void {
  const restore = saveAttributes(element, ['class', 'style']);
  element.classList.remove(...presentationClasses);
  element.removeAttribute('style');
  // The page may have started without this class.
  return () => {
    restore();
    if (element === document.documentElement) element.classList.add('live');
  };
}
