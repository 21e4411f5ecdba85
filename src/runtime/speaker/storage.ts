/**
 * Stores small values in the browser, separately for each deck; only until the page is closed if the
 * browser blocks storage.
 */
export class PageStorage {
  readonly #area: Storage | undefined;
  readonly #values = new Map<string, string>();
  #isPersistent: boolean;

  /** @param kind `localStorage` is permanent, `sessionStorage` survives reloads of this tab */
  constructor(kind: 'localStorage' | 'sessionStorage') {
    try {
      this.#area = window[kind];
    } catch {
      // Some browsers block storage by throwing here, others on writing.
    }
    this.#isPersistent = this.#area !== undefined && this.#area !== null;
  }

  /** Whether written values are kept after the page is closed. */
  get isPersistent(): boolean {
    return this.#isPersistent;
  }

  /** The stored value, unvalidated; `null` if there is none. */
  read(name: string): unknown {
    try {
      return JSON.parse(this.#values.get(name) ?? this.#area?.getItem(keyOf(name)) ?? 'null');
    } catch {
      return null;
    }
  }

  write(name: string, value: unknown): void {
    const text = JSON.stringify(value);
    this.#values.set(name, text);
    try {
      this.#area?.setItem(keyOf(name), text);
    } catch {
      this.#isPersistent = false;
    }
  }
}

/** Some browsers share one storage between all local files. */
function keyOf(name: string): string {
  return `lectern ${name} ${location.pathname}`;
}
