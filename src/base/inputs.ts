/**
 * The files that a build depends on, whether they exist or not: as long as all of them stay as they
 * are, so does the result. Decides which files a page carries, when a cached page is stale and what
 * the dev server watches. Whoever reads a file, or checks whether it exists, adds it.
 */
export class Inputs {
  readonly #files = new Set<string>();
  readonly #parts = new Set<string>();

  /** Adds a file that is a part of the deck, if it exists. @param file absolute path */
  add(file: string): void {
    this.#files.add(file);
    this.#parts.add(file);
  }

  /** Adds a file that is none, such as the settings of the project around the deck: no page carries it. */
  addSettings(file: string): void {
    this.#files.add(file);
  }

  /** In the order in which they were added. */
  get files(): ReadonlySet<string> {
    return this.#files;
  }

  /** Those that are parts of the deck. */
  get parts(): ReadonlySet<string> {
    return this.#parts;
  }
}
