import type { Token } from 'marked';
import { isAttributeList } from '../../1-load/lexing/attribute-list.ts';
import { findQuotes, type Quotes } from './smart.ts';

/**
 * The quotation marks of a text, by its text tokens. The text is read as a whole, as in `'so *gut*'`: emphasis,
 * links and footnotes are passed over, and code, formulas and images are like a letter.
 */
export type QuotesByToken = ReadonlyMap<Token, Quotes>;

export function quotesIn(tokens: readonly Token[], language: string): QuotesByToken {
  const texts: PlacedText[] = [];
  const pieces: string[] = [];
  let length = 0;
  const add = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const read = (token: Token): void => {
    const inner = innerTokens(token);
    if (inner) for (const each of inner) read(each);
    else {
      if (token.type === 'text') texts.push({ token, start: length });
      add(textOf(token));
    }
  };
  for (const token of tokens) read(token);
  return distribute(findQuotes(pieces.join(''), language), texts);
}

interface PlacedText {
  readonly token: Token;
  /** Its offset in the whole text. */
  readonly start: number;
}

/** The tokens of which a token's text consists, if the quotes around may go on in them. */
function innerTokens(token: Token): readonly Token[] | undefined {
  if (token.type === 'image' || token.type === 'inlineNote') return undefined;
  return 'tokens' in token ? token.tokens : undefined;
}

function textOf(token: Token): string {
  switch (token.type) {
    case 'text':
      return withoutLists(String(token.text));
    case 'escape':
      return /["']/.test(String(token.text)) ? 'x' : String(token.text);
    case 'br':
      return '\n';
    case 'html':
      return /^<br\b/i.test(token.raw) ? '\n' : '';
    case 'footnoteReference':
    case 'inlineNote':
      return '';
    default:
      return 'x';
  }
}

/** Without the quotation marks in attribute lists. */
export function withoutLists(text: string): string {
  return text.replace(/\{([^{}\n]*)\}/g, (whole, list: string) =>
    isAttributeList(list) ? whole.replace(/["']/g, 'x') : whole,
  );
}

/** @param texts in order, as the quotation marks are */
function distribute(quotes: Quotes, texts: readonly PlacedText[]): QuotesByToken {
  const byToken = new Map<Token, Map<number, string>>();
  let next = 0;
  for (const [offset, mark] of quotes) {
    while ((texts[next + 1]?.start ?? Number.POSITIVE_INFINITY) <= offset) next++;
    const text = texts[next];
    if (!text) continue;
    const own = byToken.get(text.token) ?? new Map<number, string>();
    byToken.set(text.token, own.set(offset - text.start, mark));
  }
  return byToken;
}
