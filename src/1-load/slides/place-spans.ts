import type { TextFile } from '../../model/source.ts';

/** Stands for the file of a text in spans that count lines from the text's first one. */
export const relativeFile = '';

/**
 * Places a value in its file: the same value with each relative span in it turned into one of the
 * file. What holds no such span is the same object as before; so is, once placed, what the value holds
 * in several places.
 *
 * @param value plain data, which may hold spans
 * @param line the line of the file, from 1, on which the text begins
 */
export function placeSpans<T>(value: T, { path }: TextFile, line: number): T {
  // Nothing is copied but what holds a span, of which the type stays.
  return new Placer(path, line - 1).place(value) as T;
}

class Placer {
  readonly #file: string;
  readonly #lines: number;
  readonly #copies = new Map<object, object>();

  constructor(file: string, lines: number) {
    this.#file = file;
    this.#lines = lines;
  }

  place(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || value instanceof Set) return value;
    const known = this.#copies.get(value);
    if (known) return known;
    const copy = this.#copy(value);
    if (copy !== value) this.#copies.set(value, copy);
    return copy;
  }

  #copy(value: object): object {
    if (Array.isArray(value)) return this.#placeAll(value);
    if (value instanceof Map) {
      if (value.size === 0) return value;
      return new Map(this.#placeAll([...value]) as [unknown, unknown][]);
    }
    if (isRelative(value)) {
      return { ...value, file: this.#file, line: value.line + this.#lines };
    }
    let copy: Record<string, unknown> | undefined;
    for (const key in value) {
      const before: unknown = value[key as keyof typeof value];
      const after = this.place(before);
      if (after === before) continue;
      copy ??= { ...value };
      copy[key] = after;
    }
    return copy ?? value;
  }

  #placeAll(values: readonly unknown[]): readonly unknown[] {
    let placed: unknown[] | undefined;
    for (const [i, before] of values.entries()) {
      const after = this.place(before);
      if (after === before) continue;
      placed ??= [...values];
      placed[i] = after;
    }
    return placed ?? values;
  }
}

function isRelative(value: object): value is { readonly line: number } {
  return 'column' in value && 'line' in value && 'file' in value && value.file === relativeFile;
}
