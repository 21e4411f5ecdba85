import type { Keep } from './storage.ts';

const entry = 'window';
const usualSize = { width: 1200, height: 760 } as const;
/** How often the window is looked after, in milliseconds. */
const beat = 500;

interface KeptWindow {
  readonly name: string;
  readonly features: string;
}

/**
 * A window beside the stage, built by this page: it loads nothing, and no message is sent to it or
 * taken from it, so that no other page can have a part in it. Its name is a random one.
 *
 * What a reload does to it differs. After one of the stage, Firefox lets the new page write into the
 * window, which is found again by its name. In Chromium two pages from `file:` never may, not even
 * where both are the same file: a window that was built is out of reach once either of the two is
 * loaded again. There a new one takes its place, at once where the browser allows that, otherwise
 * with the next key or click on the stage, which then has the focus.
 */
export class SecondWindow {
  readonly #keep: Keep;
  readonly #furnish: (view: Window & typeof globalThis) => void;
  readonly #gone: () => void;
  #window: Window | undefined;
  #page: Document | undefined;
  /** Whether it is about to close, or to be loaded again. */
  #leaves = false;
  #timer = 0;
  #kept: KeptWindow | undefined;

  /**
   * @param furnish builds what is in the window; also when it was loaded again
   * @param gone called when what was built is no more: the window was closed, or loaded again
   */
  constructor(keep: Keep, furnish: (view: Window & typeof globalThis) => void, gone: () => void) {
    this.#keep = keep;
    this.#furnish = furnish;
    this.#gone = gone;
  }

  get isOpen(): boolean {
    return this.#window !== undefined && !this.#leaves && !this.#window.closed;
  }

  /** @returns whether the browser let it be opened */
  open(): boolean {
    const features = this.#kept?.features ?? placeBeside();
    const name = `lectern-${crypto.getRandomValues(new Uint32Array(4)).join('')}`;
    const view = window.open('', name, features);
    if (!view || view.closed) return false;
    // One that is about to close would come back if it was to be loaded again.
    this.#window?.close();
    this.#remember({ name, features });
    this.#take(view);
    return true;
  }

  focus(): void {
    this.#window?.focus();
  }

  close(): void {
    this.#forget();
    this.#window?.close();
    this.#window = undefined;
  }

  /** Finds again the window of this page before it was loaded again. */
  find(): void {
    const [way] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const kept = this.#keep.read(entry);
    if (way?.type !== 'reload' || !isKeptWindow(kept)) return;
    this.#kept = kept;
    const view = window.open('', kept.name, kept.features);
    if (view) this.#take(view);
    else this.#openLater();
  }

  #take(view: Window): void {
    this.#window = view;
    this.#leaves = false;
    this.#page = undefined;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#look(), beat);
    this.#look();
  }

  #look(): void {
    const view = this.#window;
    if (!view) return;
    if (view.closed) {
      this.#forget();
      this.#window = undefined;
      this.#gone();
      return;
    }
    const page = reach(view);
    if (!page) this.#replace(view);
    else if (page !== this.#page && page.readyState === 'complete') {
      this.#page = page;
      this.#leaves = false;
      this.#furnish(view as Window & typeof globalThis);
      view.addEventListener('pagehide', () => {
        if (this.#window !== view) return;
        this.#leaves = true;
        this.#gone();
        setTimeout(() => this.#look());
      });
    } else this.#noteFrame(view);
  }

  /** Closes a window that is out of reach, for one that is not. */
  #replace(view: Window): void {
    clearInterval(this.#timer);
    this.#window = undefined;
    this.#gone();
    const isOpen = this.open();
    view.close();
    if (!isOpen) this.#openLater();
  }

  /** With the next thing that somebody does: until then the browser may refuse a window. */
  #openLater(): void {
    const deeds = ['keydown', 'pointerup'] as const;
    const open = (): void => {
      for (const deed of deeds) removeEventListener(deed, open, true);
      if (!this.isOpen && this.#kept && !this.open()) this.#forget();
    };
    for (const deed of deeds) addEventListener(deed, open, true);
  }

  #noteFrame({ screenX, screenY, innerWidth, innerHeight }: Window): void {
    const name = this.#kept?.name;
    const features = writeFeatures(screenX, screenY, innerWidth, innerHeight);
    if (name && features !== this.#kept?.features) this.#remember({ name, features });
  }

  #remember(kept: KeptWindow): void {
    this.#kept = kept;
    this.#keep.write(entry, kept);
  }

  #forget(): void {
    clearInterval(this.#timer);
    this.#kept = undefined;
    this.#keep.write(entry, null);
  }
}

/** A window's document, where this page may build in it. */
function reach(view: Window): Document | undefined {
  try {
    return view.document;
  } catch {
    return undefined;
  }
}

/** Within the stage's screen, whatever its size. */
function placeBeside(): string {
  const { availWidth, availHeight } = screen;
  const width = Math.min(usualSize.width, availWidth);
  const height = Math.min(usualSize.height, availHeight);
  const [x, y] = [(availWidth - width) / 2, (availHeight - height) / 2];
  return writeFeatures(screenX + Math.max(0, x), Math.max(0, y), width, height);
}

function writeFeatures(left: number, top: number, width: number, height: number): string {
  const sizes = { left, top, width, height };
  const parts = Object.entries(sizes).map(([name, size]) => `${name}=${Math.round(size)}`);
  return ['popup', ...parts].join();
}

function isKeptWindow(value: unknown): value is KeptWindow {
  const { name, features } = (value ?? {}) as Partial<Record<keyof KeptWindow, unknown>>;
  return typeof name === 'string' && typeof features === 'string';
}
