import type { Token, Tokens } from 'marked';
import { suggest } from '../../base/diagnostics/suggest.ts';
import { type Callout, calloutTypes, type Quote } from '../../model/blocks.ts';
import { noAttributes } from '../attributes/attributes.ts';
import type { ParseBlocks } from '../blocks.ts';
import { calloutElsewhere, reportForeignCallout, titleInlines } from '../foreign/callouts.ts';
import { parseInlines } from '../inline/inline.ts';
import type { Source } from '../source.ts';

/** `[!NOTE]` at the start of a quote, and the sign with which some tools fold it. */
const marker = /^\[!(\w+)\](?:[+-](?=\s|$))?[ \t]*/;

/** `> text`; or, with a first line of `[!NOTE]` or `[!NOTE] Title`, a callout. */
export function parseQuote(
  token: Tokens.Blockquote,
  source: Source,
  parseBlocks: ParseBlocks,
): Quote | Callout {
  const inner = token.tokens.map(({ raw }) => raw).join('');
  const innerSource = source.within(token.raw, inner);
  const span = source.span(0, token.raw.split('\n')[0]?.length ?? 1);
  const opening = readOpening(token.tokens);
  if (!opening) {
    const blocks = parseBlocks(token.tokens, innerSource);
    return { kind: 'quote', span, attributes: noAttributes, blocks };
  }
  const { name, title, start, rest, length } = opening;
  const type = calloutTypes.find((known) => known === name.toLowerCase());
  const nameSpan = source.span(token.raw.indexOf(name), name.length);
  const like = calloutElsewhere(name);
  if (type === undefined && like !== undefined) {
    if (!source.scope.isTranslated) reportForeignCallout(name, like, nameSpan, source);
  } else if (type === undefined) {
    const hint = suggest(
      name,
      calloutTypes.map((known) => known.toUpperCase()),
    );
    source.report.add('block-unknown', nameSpan, `there is no callout "${name}"`, hint);
  }
  const written = parseInlines(title, innerSource.from(start));
  const inlines = written.length === 0 && like ? titleInlines(name, like) : written;
  return {
    kind: 'callout',
    type: type ?? like ?? 'note',
    span,
    attributes: noAttributes,
    blocks: parseBlocks(rest, innerSource.from(length)),
    ...(inlines.length > 0 && { title: inlines }),
  };
}

interface Opening {
  readonly name: string;
  readonly title: readonly Token[];
  /** The start of the title in the text of the quote. */
  readonly start: number;
  /** The blocks below the first line. */
  readonly rest: readonly Token[];
  /** The length of the first line. */
  readonly length: number;
}

/** Splits the first line of a callout from the text below it. */
function readOpening([first, ...others]: readonly Token[]): Opening | undefined {
  if (first?.type !== 'paragraph') return undefined;
  const { tokens } = first as Tokens.Paragraph;
  const [text] = tokens;
  const [whole, name] = (text?.type === 'text' && marker.exec(text.raw)) || [];
  if (!text || whole === undefined || name === undefined) return undefined;
  // What follows the marker without a space is a part of the text.
  if (/^\S/.test(text.raw.slice(whole.length)) && !/\s$/.test(whole)) return undefined;
  const { before, after } = splitLine([shorten(text, whole.length), ...tokens.slice(1)]);
  const length = whole.length + joinRaw(before).length;
  const below = { ...first, raw: first.raw.slice(length), tokens: after } as Token;
  const isEmpty = joinRaw(after).trim() === '';
  return {
    name,
    title: before,
    start: whole.length,
    rest: isEmpty ? others : [below, ...others],
    length: isEmpty ? first.raw.length : length,
  };
}

/** Splits tokens at the end of their first line, which goes to the tokens before. */
function splitLine(tokens: readonly Token[]): {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
} {
  const index = tokens.findIndex(
    ({ type, raw }) => /^(?:text|br)$/.test(type) && raw.includes('\n'),
  );
  const token = tokens[index];
  if (!token) return { before: tokens, after: [] };
  const before = tokens.slice(0, index);
  const after = tokens.slice(index + 1);
  if (token.type === 'br') return { before: [...before, cut(token, token.raw)], after };
  const end = token.raw.indexOf('\n') + 1;
  return {
    before: [...before, cut(token, token.raw.slice(0, end).trimEnd(), token.raw.slice(0, end))],
    after: [shorten(token, end), ...after],
  };
}

/** A text token with another text. */
function cut(token: Token, text: string, raw = text): Token {
  return { ...token, type: 'text', raw, text } as Token;
}

/** A text token from an offset on. */
function shorten(token: Token, start: number): Token {
  return cut(token, token.raw.slice(start));
}

function joinRaw(tokens: readonly Token[]): string {
  return tokens.map(({ raw }) => raw).join('');
}
