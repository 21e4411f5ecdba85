import type { TextFile } from '../../../model/source.ts';
import { TextEdits } from '../text-edits.ts';

/** Changes of a text of which the first one at a place counts. */
export class CarefulEdits {
  readonly all: TextEdits;
  /** The stretches that were replaced. */
  readonly #taken: { readonly start: number; readonly end: number }[] = [];

  constructor(author: TextFile) {
    this.all = new TextEdits(author);
  }

  /** @returns whether nothing in it was replaced before */
  replace(start: number, end: number, text: string): boolean {
    if (start >= end) {
      this.insert(start, text);
      return true;
    }
    if (this.#taken.some((taken) => start < taken.end && taken.start < end)) return false;
    this.#taken.push({ start, end });
    if (text === '') this.all.remove(start, end);
    else this.all.replace(start, end, text);
    return true;
  }

  /** Inserts a text, unless what is around it was replaced. */
  insert(at: number, text: string): void {
    const isGone = this.#taken.some(({ start, end }) => start < at && at < end);
    if (text !== '' && !isGone) this.all.insert(at, text);
  }

  finish(): TextFile {
    return this.all.finish();
  }
}
