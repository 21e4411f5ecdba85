import { originalSpan } from '../../base/span.ts';
import type { Span, TextFile } from '../../model/source.ts';

/** The file name in relative spans, which count lines from the first line of a text. */
export const relativeFile = '';

/**
 * Converts the relative spans in a value to spans of its file, as its author wrote it. Parts without spans stay the
 * same objects; an object that occurs several times in the value is converted once.
 *
 * @param value plain data that may contain spans
 * @param line the line of the file, from 1, on which the text begins
 */
export function placeSpans<T>(value: T, file: TextFile, line: number): T {
  const convert = (span: Span): Span => {
    const placed = { ...span, file: file.path, line: span.line + line - 1 };
    return file.origins ? originalSpan(file, placed) : placed;
  };
  // Only objects with spans are copied, with the same type.
  return new Placer(relativeFile, convert).place(value) as T;
}

/** Converts the spans of a translated file in a value to spans of the author's text; see {@link placeSpans}. */
export function placeInOriginal<T>(value: T, file: TextFile): T {
  if (!file.origins) return value;
  const convert = (span: Span): Span => originalSpan(file, span);
  return new Placer(file.path, convert).place(value) as T;
}

class Placer {
  readonly #file: string;
  readonly #convert: (span: Span) => Span;
  readonly #copies = new Map<object, object>();

  /** @param file of the spans to convert */
  constructor(file: string, convert: (span: Span) => Span) {
    this.#file = file;
    this.#convert = convert;
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
    if (isSpanIn(this.#file, value)) return this.#convert(value);
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

function isSpanIn(name: string, value: object): value is Span {
  const { file } = value as { readonly file?: unknown };
  return file === name && 'line' in value && 'column' in value;
}
