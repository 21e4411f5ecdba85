import type { BlockToken } from './nest-tokens.ts';

/** A text as the lexer has read it. Its tokens, joined, are the text. */
export interface Lexed {
  readonly text: string;
  readonly tokens: readonly BlockToken[];
  /** The link definitions, on which all of the text depends; empty if there are none. */
  readonly definitions: string;
  /** Whether it could not be read to its end, or a part of it was left out. */
  readonly hasErrors: boolean;
}

/** What is to be lexed of a text that differs from an earlier one in one place. */
interface Change {
  /** The tokens before it. */
  readonly before: readonly BlockToken[];
  /** Where in the text they end. */
  readonly start: number;
  /** The text from there on, as far as it is to be looked at. */
  readonly part: string;
  /** Where in `part` a break stands, from which on the tokens are those behind it. */
  readonly stop: number;
  readonly behind: readonly BlockToken[];
}

/**
 * What is to be lexed anew. It begins at a break, a slide before the one in which the texts begin to
 * differ: no block looks further ahead than to the slide that follows. It ends at the first break behind
 * the last difference, if the lexer gets there; to look ahead, there is one slide more.
 *
 * @returns `undefined` where no break is left behind the last difference
 */
export function findChange(known: Lexed, text: string): Change | undefined {
  const start = commonStart(known.text, text);
  const end = commonEnd(known.text, text, Math.min(known.text.length, text.length) - start);
  const breaks = breaksIn(known.tokens);
  // Its own line, too, must be as it was.
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
  /** Among the tokens. */
  readonly index: number;
  /** In the text. */
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
