import type { Token } from 'marked';
import { type AttributeList, isAttributeList } from '../../1-load/lexing/attribute-list.ts';
import { endsWithIcon } from '../inline/icon-name.ts';
import { attributeOwners } from './inline-lists.ts';

/** The attribute list at the end of a text, and the end of the text before it. */
function trailingList(text: string): (AttributeList & { readonly end: number }) | undefined {
  const open = text.lastIndexOf('{');
  const inner = open < 0 ? undefined : /^\{([^{}\n]*)\}\s*$/.exec(text.slice(open))?.[1];
  if (inner === undefined || !isAttributeList(inner)) return undefined;
  return { text: inner, start: open + 1, end: text.slice(0, open).trimEnd().length };
}

/**
 * Splits a trailing attribute list, `{…}`, from a block's text. Works on tokens, so that `\{` is just a
 * brace.
 */
export function splitTrailingAttributes(tokens: readonly Token[]): {
  readonly tokens: readonly Token[];
  /** With its start in the tokens' joined `raw`. */
  readonly list?: AttributeList;
} {
  const last = tokens.at(-1);
  const found = last?.type === 'text' && !('tokens' in last) ? trailingList(last.raw) : undefined;
  if (!last || !found) return { tokens };
  const before = tokens.slice(0, -1);
  // A list directly after an image, a link, an icon or emphasis belongs to it; but if that is all, to the block.
  const owner = found.start === 1 ? before.at(-1)?.type : undefined;
  const isAll = before.slice(0, -1).every(({ raw }) => raw.trim() === '');
  if (owner === 'image' || owner === 'link') return { tokens };
  if (owner !== undefined && attributeOwners.has(owner) && !isAll) return { tokens };
  if (endsWithIcon(last.raw.slice(0, found.start - 1))) return { tokens };
  const offset = before.reduce((sum, { raw }) => sum + raw.length, 0);
  return {
    tokens: found.end === 0 ? withoutBreak(before) : [...before, shorten(last, found.end)],
    list: { text: found.text, start: offset + found.start },
  };
}

function withoutBreak(tokens: readonly Token[]): readonly Token[] {
  return tokens.at(-1)?.type === 'br' ? tokens.slice(0, -1) : tokens;
}

/** Truncates a text token. */
function shorten(token: Token, length: number): Token {
  const raw = token.raw.slice(0, length);
  return { ...token, raw, text: raw } as Token;
}
