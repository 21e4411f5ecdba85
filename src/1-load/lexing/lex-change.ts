import type { BlockToken } from './nest-tokens.ts';

/** A lexed text. Its tokens, joined, are the text. */
export interface Lexed {
  readonly text: string;
  readonly tokens: readonly BlockToken[];
  /** The link definitions, which affect the whole text; empty if there are none. */
  readonly definitions: string;
  /** Whether parts of it could not be lexed. */
  readonly hasErrors: boolean;
}

/** The part to be lexed of a text that differs from an earlier one. */
interface Change {
  /** The tokens before it. */
  readonly before: readonly BlockToken[];
  /** The end of these tokens in the text. */
  readonly start: number;
  /** The text to be lexed, with one slide to look ahead. */
  readonly part: string;
  /** The offset in `part` of a break from which on the earlier tokens are reused. */
  readonly stop: number;
  readonly behind: readonly BlockToken[];
}

/**
 * Finds the part to be lexed again. It starts at a break, one slide before the first difference: blocks never
 * look ahead beyond the next slide. It ends at the first break after the last difference, if the lexer ends a
 * block there; one more slide is included to look ahead.
 *
 * @returns `undefined` if there is no break after the last difference
 */
export function findChange(known: Lexed, text: string): Change | undefined {
  const start = commonStart(known.text, text);
  const end = commonEnd(known.text, text, Math.min(known.text.length, text.length) - start);
  const breaks = breaksIn(known.tokens);
  // The line of the break must be unchanged, too.
  const [first = nothing] = breaks.filter(({ offset }) => offset + breakLength < start).slice(-2);
  const [next, last] = breaks.filter(({ offset }) => offset >= known.text.length - end);
  if (!next || next.index <= first.index) return undefined;
  const added = text.length - known.text.length;
  return {
    before: known.tokens.slice(0, first.index),
    start: first.offset,
    part: text.slice(first.offset, last && last.offset + added),
    stop: next.offset + added - first.offset,
    behind: known.tokens.slice(next.index),
  };
}

interface Break {
  /** The index among the tokens. */
  readonly index: number;
  /** The offset in the text. */
  readonly offset: number;
}

const nothing: Break = { index: 0, offset: 0 };

/** A line of three dashes. */
const breakLength = 4;

function breaksIn(tokens: readonly BlockToken[]): readonly Break[] {
  let offset = 0;
  return tokens.flatMap(({ type, raw }, index) => {
    const found = { index, offset };
    offset += raw.length;
    return type === 'slideBreak' ? [found] : [];
  });
}

/** The number of characters that are compared at once. */
const stride = 4096;

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  const isSame = (from: number, to: number) => a.slice(from, to) === b.slice(from, to);
  let length = 0;
  while (length + stride <= most && isSame(length, length + stride)) length += stride;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function commonEnd(a: string, b: string, most: number): number {
  const part = (text: string, length: number) =>
    text.slice(text.length - length - stride, text.length - length);
  let length = 0;
  while (length + stride <= most && part(a, length) === part(b, length)) length += stride;
  const character = (text: string) => text.charCodeAt(text.length - 1 - length);
  while (length < most && character(a) === character(b)) length++;
  return length;
}
