import type { PageStorage } from './storage.ts';

const entry = 'window';
const usualSize = { width: 1200, height: 760 } as const;
/** Milliseconds between checks of the window. */
const checkInterval = 500;

interface StoredWindow {
  readonly name: string;
  readonly features: string;
}

/**
 * A second window whose document this page builds. It loads nothing and exchanges no messages, so that
 * no other page can interfere. Its name is random.
 *
 * Browsers differ after a reload. When the presenter window is reloaded, Firefox lets the new page
 * access the window, which is found by its name. Chromium never lets two pages from `file:` access each
 * other, not even two of the same file: the window becomes inaccessible once either of the two is
 * reloaded. Then a new window replaces it, at once if the browser allows that, otherwise on the next key
 * press or click in the presenter window.
 */
export class SpeakerWindow {
  readonly #storage: PageStorage;
  readonly #render: (view: Window & typeof globalThis) => void;
  readonly #onLost: () => void;
  #window: Window | undefined;
  #page: Document | undefined;
  /** Whether its page is being unloaded. */
  #isUnloading = false;
  #timer = 0;
  #stored: StoredWindow | undefined;

  /**
   * @param render builds the window's content, again after a reload
   * @param onLost called when the content is lost because the window was closed or reloaded
   */
  constructor(
    storage: PageStorage,
    render: (view: Window & typeof globalThis) => void,
    onLost: () => void,
  ) {
    this.#storage = storage;
    this.#render = render;
    this.#onLost = onLost;
  }

  get isOpen(): boolean {
    return this.#window !== undefined && !this.#isUnloading && !this.#window.closed;
  }

  /** @returns whether the browser opened it */
  open(): boolean {
    const features = this.#stored?.features ?? centeredFeatures();
    const name = `lectern-${crypto.getRandomValues(new Uint32Array(4)).join('')}`;
    const view = window.open('', name, features);
    if (!view || view.closed) return false;
    // An earlier window that is being unloaded would come back if it is reloading.
    this.#window?.close();
    this.#store({ name, features });
    this.#attach(view);
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

  /** Reconnects to the window that was open before this page was reloaded. */
  restore(): void {
    const [navigation] = performance.getEntriesByType(
      'navigation',
    ) as PerformanceNavigationTiming[];
    const stored = this.#storage.read(entry);
    if (navigation?.type !== 'reload' || !isStoredWindow(stored)) return;
    this.#stored = stored;
    const view = window.open('', stored.name, stored.features);
    if (view) this.#attach(view);
    else this.#openLater();
  }

  #attach(view: Window): void {
    this.#window = view;
    this.#isUnloading = false;
    this.#page = undefined;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#check(), checkInterval);
    this.#check();
  }

  #check(): void {
    const view = this.#window;
    if (!view) return;
    if (view.closed) {
      this.#forget();
      this.#window = undefined;
      this.#onLost();
      return;
    }
    const page = accessibleDocument(view);
    if (!page) this.#replace(view);
    else if (page !== this.#page && page.readyState === 'complete') {
      this.#page = page;
      this.#isUnloading = false;
      this.#render(view as Window & typeof globalThis);
      view.addEventListener('pagehide', () => {
        if (this.#window !== view) return;
        this.#isUnloading = true;
        this.#onLost();
        setTimeout(() => this.#check());
      });
    } else this.#storeFrame(view);
  }

  /** Replaces an inaccessible window by a new one. */
  #replace(view: Window): void {
    clearInterval(this.#timer);
    this.#window = undefined;
    this.#onLost();
    const isOpen = this.open();
    view.close();
    if (!isOpen) this.#openLater();
  }

  /** Opens the window on the next user action: browsers may block it before. */
  #openLater(): void {
    const userEvents = ['keydown', 'pointerup'] as const;
    const open = (): void => {
      for (const event of userEvents) removeEventListener(event, open, true);
      if (!this.isOpen && this.#stored && !this.open()) this.#forget();
    };
    for (const event of userEvents) addEventListener(event, open, true);
  }

  #storeFrame({ screenX, screenY, innerWidth, innerHeight }: Window): void {
    const name = this.#stored?.name;
    const features = writeFeatures(screenX, screenY, innerWidth, innerHeight);
    if (name && features !== this.#stored?.features) this.#store({ name, features });
  }

  #store(stored: StoredWindow): void {
    this.#stored = stored;
    this.#storage.write(entry, stored);
  }

  #forget(): void {
    clearInterval(this.#timer);
    this.#stored = undefined;
    this.#storage.write(entry, null);
  }
}

/** A window's document; `undefined` if this page may not access it. */
function accessibleDocument(view: Window): Document | undefined {
  try {
    return view.document;
  } catch {
    return undefined;
  }
}

/** Centered on the screen of the presenter window. */
function centeredFeatures(): string {
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

function isStoredWindow(value: unknown): value is StoredWindow {
  const { name, features } = (value ?? {}) as Partial<Record<keyof StoredWindow, unknown>>;
  return typeof name === 'string' && typeof features === 'string';
}
