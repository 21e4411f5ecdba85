/**
 * The bytes of pages: all browsers that a page is sent to at a time share them. They are forgotten when nobody
 * receives them, or with what they show.
 */
export class SharedBytes {
  readonly #known = new WeakMap<object, Map<string, WeakRef<Buffer>>>();

  /**
   * @param owner what the page shows
   * @param kind of the page: the same owner and kind always have the same text
   */
  get(owner: object, kind: string, write: () => string): Buffer {
    const known = this.#known.get(owner) ?? new Map<string, WeakRef<Buffer>>();
    this.#known.set(owner, known);
    const found = known.get(kind)?.deref();
    if (found) return found;
    const bytes = Buffer.from(write());
    known.set(kind, new WeakRef(bytes));
    return bytes;
  }
}
