import type { PdfFile, PdfObject } from './objects.ts';
import { type PdfDictionary, parsePdfDictionary } from './values.ts';

/** A PDF that is being changed. */
export class PdfDraft {
  readonly #objects: Map<number, PdfObject>;
  readonly root: number;
  readonly info: number;
  #last: number;

  constructor({ objects, root, info }: PdfFile) {
    this.#objects = new Map(objects);
    this.root = root;
    this.info = info;
    this.#last = [...objects.keys()].reduce((a, b) => Math.max(a, b));
  }

  get numbers(): readonly number[] {
    return [...this.#objects.keys()];
  }

  /** The number of the next object. */
  get next(): number {
    return this.#last + 1;
  }

  objectOf(number: number): PdfObject {
    return this.#objects.get(number) ?? { text: 'null' };
  }

  textOf(number: number): string {
    return this.objectOf(number).text;
  }

  /** Empty if the object is no dictionary. */
  dictionaryOf(number: number): PdfDictionary {
    return parsePdfDictionary(this.textOf(number));
  }

  /** @returns the object's number */
  add(text: string, stream?: Buffer): number {
    this.#last += 1;
    this.#objects.set(this.#last, { text, ...(stream && { stream }) });
    return this.#last;
  }

  /** @param stream kept if absent */
  replace(number: number, text: string, stream = this.objectOf(number).stream): void {
    this.#objects.set(number, { text, ...(stream && { stream }) });
  }

  /** Appends entries to a dictionary. */
  extend(number: number, entries: string): void {
    this.replace(
      number,
      this.textOf(number).replace(/>>$/, () => `\n${entries}>>`),
    );
  }

  /** Removes objects that nothing refers to. */
  removeUnused(): void {
    const used = new Set<number>();
    const waiting = [this.root, this.info];
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      if (used.has(number)) continue;
      used.add(number);
      for (const [, other] of this.textOf(number).matchAll(/(\d+) 0 R/g)) {
        waiting.push(Number(other));
      }
    }
    for (const number of this.#objects.keys()) {
      if (!used.has(number)) this.#objects.delete(number);
    }
  }

  get file(): PdfFile {
    return { objects: this.#objects, root: this.root, info: this.info };
  }
}
