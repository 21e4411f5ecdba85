import path from 'node:path';
import { realPathOf } from '../base/files/file-stats.ts';
import { readLines } from '../base/files/plain-text.ts';

/** The lines of the files of a deck, each read once. */
export class SourceLines {
  readonly #cwd: string;
  readonly #drafts: ReadonlyMap<string, string>;
  readonly #known = new Map<string, readonly string[]>();

  /**
   * @param cwd the folder that spans are relative to
   * @param drafts as in the options of the build
   */
  constructor(cwd: string, drafts: ReadonlyMap<string, string> = new Map()) {
    this.#cwd = cwd;
    this.#drafts = drafts;
  }

  /** @param file as in spans */
  of(file: string): readonly string[] {
    const known = this.#known.get(file);
    if (known) return known;
    const fullPath = path.resolve(this.#cwd, file);
    const draft = this.#drafts.size > 0 ? this.#drafts.get(realPathOf(fullPath)) : undefined;
    const lines = draft?.split('\n') ?? readLines(fullPath);
    this.#known.set(file, lines);
    return lines;
  }
}
