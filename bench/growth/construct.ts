import type { Dialect } from '../../src/model/source.ts';

/** A deck that repeats one construct, to see how the time of its build grows. */
export interface Construct {
  readonly name: string;
  /** The smallest count; it is also tried twice and four times as large. */
  readonly count: number;
  /** The deck, or its files with the deck as `deck.md`. */
  readonly write: (count: number) => string | Readonly<Record<string, string>>;
  /** Lectern's own if absent. */
  readonly dialect?: Dialect;
}

export const fence = '```';

/** Repeats a text; `#` becomes the number of the repetition. */
export function repeat(text: string, count: number): string {
  return Array.from({ length: count }, (_, i) => text.replaceAll('#', String(i))).join('');
}

export function repeated(name: string, text: string, count = 5000): Construct {
  return { name, count, write: (n) => `Text\n\n${repeat(text, n)}\n` };
}

/** @param text what is between `before` and `after`, and is repeated */
export function between(
  name: string,
  before: string,
  text: string,
  after: string,
  count = 5000,
): Construct {
  return { name, count, write: (n) => `${before}${repeat(text, n)}${after}` };
}

/** An element in itself again and again. */
export function nested(name: string, open: string, close: string, count = 5000): Construct {
  return { name, count, write: (n) => `Text\n\n${open.repeat(n)}x${close.repeat(n)}\n` };
}
