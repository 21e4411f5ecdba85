import type { TextFile } from '../../model/source.ts';

/** The file name in relative spans, which count lines from the first line of a text. */
export const relativeFile = '';

/**
 * Converts the relative spans in a value to spans of its file. Parts without spans stay the same objects; an
 * object that occurs several times in the value is converted once.
 *
 * @param value plain data that may contain spans
 * @param line the line of the file, from 1, on which the text begins
 */
export function placeSpans<T>(value: T, { path }: TextFile, line: number): T {
  // Only objects with spans are copied, with the same type.
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
    // Not `entries()`: this runs for each list in each slide.
    for (let i = 0; i < values.length; i++) {
      const before = values[i];
      const after = this.place(before);
      if (after === before) continue;
      placed ??= [...values];
      placed[i] = after;
    }
    return placed ?? values;
  }
}

function isRelative(value: object): value is { readonly line: number } {
  const { file } = value as { readonly file?: unknown };
  return file === relativeFile && 'line' in value && 'column' in value;
}
