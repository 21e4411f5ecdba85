import type { Token, Tokens } from 'marked';
import { endsWithIcon } from '../inline/icon-name.ts';

/** What stands between braces, and where in the text that was searched. */
export interface Braces {
  readonly text: string;
  readonly start: number;
}

/** Whether braces behind a text are meant as attributes: `.class` is, `a, b` is text. */
function looksLikeAttributes(inner: string): boolean {
  return /^\s*(?:(?:[#.][\w-]+(?::[\w-]+)*|[\w-]+=(?:"[^"]*"|[^\s"{}]+))(?:\s+|$))+$/.test(inner);
}

/** The braces at the end of a text, where they hold attributes, and where the text before them ends. */
function trailingBraces(text: string): (Braces & { readonly end: number }) | undefined {
  const open = text.lastIndexOf('{');
  const inner = open < 0 ? undefined : /^\{([^{}\n]*)\}\s*$/.exec(text.slice(open))?.[1];
  if (inner === undefined || !looksLikeAttributes(inner)) return undefined;
  return { text: inner, start: open + 1, end: text.slice(0, open).trimEnd().length };
}

/**
 * Takes the braces from the end of a block's text. Works on tokens, so that `\{` is a brace and
 * nothing else.
 */
export function splitTrailingBraces(tokens: readonly Token[]): {
  readonly tokens: readonly Token[];
  /** With its start in the tokens' joined `raw`. */
  readonly braces?: Braces;
} {
  const last = tokens.at(-1);
  const found = last?.type === 'text' && !('tokens' in last) ? trailingBraces(last.raw) : undefined;
  if (!last || !found) return { tokens };
  const before = tokens.slice(0, -1);
  // What touches a picture or an icon belongs to it.
  if (found.start === 1 && before.at(-1)?.type === 'image') return { tokens };
  if (endsWithIcon(last.raw.slice(0, found.start - 1))) return { tokens };
  const offset = before.reduce((sum, { raw }) => sum + raw.length, 0);
  return {
    tokens: found.end === 0 ? withoutBreak(before) : [...before, shorten(last, found.end)],
    braces: { text: found.text, start: offset + found.start },
  };
}

function withoutBreak(tokens: readonly Token[]): readonly Token[] {
  return tokens.at(-1)?.type === 'br' ? tokens.slice(0, -1) : tokens;
}

/** A text token of which only the beginning is left. */
function shorten(token: Token, length: number): Token {
  const raw = token.raw.slice(0, length);
  return { ...token, raw, text: raw } as Token;
}

/** Braces on a line of their own, right under the block whose attributes they are. */
export interface OwnLine<T extends Token> {
  /** The block without that line. */
  readonly token: T;
  /** With its start in the block's `raw`. */
  readonly braces?: Braces;
}

/**
 * Takes the line of braces off a list, a quote or a table, to which Markdown counts it. A line with
 * the indent of an item's text belongs to what is in the item.
 */
export function takeOwnLine<T extends Token>(token: T): OwnLine<T> {
  if (!['list', 'blockquote', 'table'].includes(token.type)) return { token };
  const line = /\n( *)(\{[^{}\n]*\})\s*$/.exec(token.raw);
  const inner = line?.[2]?.slice(1, -1) ?? '';
  if (!line || !looksLikeAttributes(inner)) return { token };
  if (token.type === 'list' && (line[1] ?? '').length >= textIndent(token as Tokens.List)) {
    return { token };
  }
  const rest = token.type === 'table' ? withoutLastRow(token as Tokens.Table) : dropLine(token);
  const start = line.index + line[0].indexOf('{') + 1;
  return rest ? { token: rest as T, braces: { text: inner, start } } : { token };
}

/** Where the text of a list's last item begins in its line. */
function textIndent(list: Tokens.List): number {
  const mark = /^ *(?:[-*+]|\d{1,9}[.)]) */.exec(list.items.at(-1)?.raw ?? '');
  return mark?.[0].length ?? 0;
}

function withoutLastRow(table: Tokens.Table): Tokens.Table {
  return { ...table, raw: withoutLastLine(table.raw), rows: table.rows.slice(0, -1) };
}

function withoutLastLine(raw: string): string {
  return raw.trimEnd().replace(/\n[^\n]*$/, '\n');
}

/** Takes the last line off the text with which a token ends, however deep in it. */
function dropLine(token: Token): Token | undefined {
  const raw = withoutLastLine(token.raw);
  if (token.type === 'list') {
    const items = dropFromLast((token as Tokens.List).items);
    return items && ({ ...token, raw, items } as Token);
  }
  if (!('tokens' in token) || token.tokens === undefined) return undefined;
  const tokens = dropFromLast(token.tokens);
  return tokens && ({ ...token, raw, tokens } as Token);
}

function dropFromLast<T extends Token>(tokens: readonly T[]): readonly Token[] | undefined {
  const last = tokens.at(-1);
  if (last?.type === 'text' && !('tokens' in last)) {
    const split = splitTrailingBraces(tokens);
    return split.braces && split.tokens;
  }
  const dropped = last && dropLine(last);
  return dropped && [...tokens.slice(0, -1), dropped];
}
