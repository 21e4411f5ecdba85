import { decodeHTMLAttribute } from 'entities';

/** A part of HTML as it is written. */
export interface HtmlPiece {
  readonly kind: 'open' | 'close' | 'comment' | 'text';
  /** In lower case; empty for comments and text. */
  readonly name: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly HtmlAttribute[];
}

/** An attribute of a start tag; offsets are those in the tag. */
export interface HtmlAttribute {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const piece =
  /<!--[\s\S]*?(?:-->|$)|<\/([A-Za-z][^\s/>]*)[^>]*>|<([A-Za-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g;

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Elements whose content is text. */
const rawText = new Set(['script', 'style', 'textarea', 'title']);

/** Takes HTML apart, as it is written: `<p>a<!-- b --></p>` are four pieces. */
export function scanHtml(html: string): readonly HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  let offset = 0;
  const add = (kind: HtmlPiece['kind'], name: string, start: number, end: number): void => {
    const text = html.slice(start, end);
    const attributes = kind === 'open' ? attributesIn(text) : [];
    if (start < end) pieces.push({ kind, name: name.toLowerCase(), text, start, end, attributes });
  };
  piece.lastIndex = 0;
  for (let match = piece.exec(html); match; match = piece.exec(html)) {
    const [whole, closing, opening] = match;
    let end = match.index + whole.length;
    add('text', '', offset, match.index);
    if (closing !== undefined) add('close', closing, match.index, end);
    else if (opening === undefined) add('comment', '', match.index, end);
    else {
      add('open', opening, match.index, end);
      if (rawText.has(opening.toLowerCase())) {
        const rest = html.slice(end);
        const stop = rest.search(new RegExp(`</${opening}\\b`, 'i'));
        const length = stop < 0 ? rest.length : stop;
        add('text', '', end, end + length);
        end += length;
      }
    }
    offset = end;
    piece.lastIndex = end;
  }
  add('text', '', offset, html.length);
  return pieces;
}

function attributesIn(tag: string): readonly HtmlAttribute[] {
  const from = /^<[^\s/>]+/.exec(tag)?.[0].length ?? 0;
  const found: HtmlAttribute[] = [];
  for (const match of tag.slice(from, -1).matchAll(attribute)) {
    const [whole, name = '', double, single, bare] = match;
    const start = from + match.index;
    const value = decodeHTMLAttribute(double ?? single ?? bare ?? '');
    found.push({ name: name.toLowerCase(), value, start, end: start + whole.length });
  }
  return found;
}
