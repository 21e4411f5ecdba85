import type { PdfFile, PdfObject } from './objects.ts';

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

  get file(): PdfFile {
    return { objects: this.#objects, root: this.root, info: this.info };
  }
}
