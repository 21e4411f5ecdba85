import { notesOf } from '../slides/notes.ts';
import { withoutIds } from '../slides/slide-copy.ts';
import { inWords } from '../words.ts';
import type { PageStorage } from './storage.ts';

/** Text sizes in percent. */
const sizes = { least: 70, usual: 100, most: 260, step: 15 } as const;
const entry = 'notes-size';

/**
 * The notes of a slide, in a size that the speaker chooses. Remembers the scroll position of each
 * slide.
 */
export class NotesPane {
  readonly #pane: HTMLElement;
  readonly #storage: PageStorage;
  readonly #scrollTops = new WeakMap<Element, number>();
  #slide: Element | undefined;
  #notes: Element | null = null;
  #size: number;

  /**
   * @param pane the element that scrolls
   * @param goTo goes to a slide in the presenter window: `#/3`
   */
  constructor(pane: HTMLElement, storage: PageStorage, goTo: (hash: string) => void) {
    this.#pane = pane;
    this.#storage = storage;
    this.#size = Number(storage.read(entry)) || sizes.usual;
    this.#resize(0);
    pane.addEventListener('keydown', (event) => this.#handleKey(event));
    pane.addEventListener('scroll', () => {
      if (this.#slide) this.#scrollTops.set(this.#slide, pane.scrollTop);
    });
    pane.addEventListener('click', (event) => openLink(event, goTo));
  }

  /** @param absent shown for a slide without notes */
  show(slide: HTMLElement, absent: string): void {
    const notes = slide.querySelector<HTMLElement>(':scope > .notes');
    if (this.#slide === slide && this.#notes === notes) return;
    this.#slide = slide;
    this.#notes = notes;
    const copy = document.createElement('div');
    copy.append(...(notesOf(slide) ?? [absent]).map((node) => copyOf(node)));
    withoutIds(copy);
    copy.className = notes ? 'notes-text' : 'notes-text none';
    const { lang, dir } = document.documentElement;
    if (notes) Object.assign(copy, { lang, dir });
    else inWords(copy);
    for (const link of copy.querySelectorAll<HTMLAnchorElement>('a[href]:not([href^="#"])')) {
      // Links must not replace the speaker view.
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
    }
    this.#pane.replaceChildren(copy);
    this.#pane.scrollTop = this.#scrollTops.get(slide) ?? 0;
  }

  enlarge(): void {
    this.#resize(1);
  }

  reduce(): void {
    this.#resize(-1);
  }

  #resize(steps: number): void {
    const size = this.#size + steps * sizes.step;
    this.#size = Math.min(sizes.most, Math.max(sizes.least, size));
    this.#pane.style.setProperty('--notes-size', `${this.#size / 100}`);
    if (steps !== 0) this.#storage.write(entry, this.#size);
  }

  /** Handles the keys of the focused notes; all others control the deck. */
  #handleKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    const line = Number.parseFloat(getComputedStyle(this.#pane).fontSize) * 3;
    if (key === '+' || key === '=') this.enlarge();
    else if (key === '-') this.reduce();
    else if (key === 'ArrowDown') this.#pane.scrollTop += line;
    else if (key === 'ArrowUp') this.#pane.scrollTop -= line;
    else return;
    event.preventDefault();
  }
}

function copyOf(node: ChildNode | string): Node | string {
  return typeof node === 'string' ? node : node.cloneNode(true);
}

/** Follows a link to a slide in the presenter window. */
function openLink(event: MouseEvent, goTo: (hash: string) => void): void {
  const hash = (event.target as Element).closest?.('a[href^="#"]')?.getAttribute('href');
  if (!hash) return;
  event.preventDefault();
  goTo(hash);
}
