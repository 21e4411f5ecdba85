/**
 * Keeps small values in the browser, under names that no other file's deck uses; where the browser
 * refuses, for as long as the page is open.
 */
export class Keep {
  readonly #area: Storage | undefined;
  readonly #own = new Map<string, string>();
  #lasts: boolean;

  /** @param kind `localStorage` until somebody clears it, `sessionStorage` over reloads of this tab */
  constructor(kind: 'localStorage' | 'sessionStorage') {
    try {
      this.#area = window[kind];
    } catch {
      // Read again below: a browser may also refuse only what is written.
    }
    this.#lasts = this.#area !== undefined && this.#area !== null;
  }

  /** Whether what was written outlives the page. */
  get lasts(): boolean {
    return this.#lasts;
  }

  /** What was written, of whatever shape: others may write there too. */
  read(name: string): unknown {
    try {
      return JSON.parse(this.#own.get(name) ?? this.#area?.getItem(keyOf(name)) ?? 'null');
    } catch {
      return null;
    }
  }

  write(name: string, value: unknown): void {
    const text = JSON.stringify(value);
    this.#own.set(name, text);
    try {
      this.#area?.setItem(keyOf(name), text);
    } catch {
      this.#lasts = false;
    }
  }
}

/** In some browsers all files share one storage. */
function keyOf(name: string): string {
  return `lectern ${name} ${location.pathname}`;
}
