import path from 'node:path';
import { readLines } from '../base/files/plain-text.ts';

/** The lines of the files of a deck, each read once. */
export class SourceLines {
  readonly #cwd: string;
  readonly #known = new Map<string, readonly string[]>();

  /** @param cwd the folder that spans are relative to */
  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** @param file as in spans */
  of(file: string): readonly string[] {
    const known = this.#known.get(file);
    if (known) return known;
    const lines = readLines(path.resolve(this.#cwd, file));
    this.#known.set(file, lines);
    return lines;
  }
}
