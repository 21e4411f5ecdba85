/** A part of a label: a text that it shows, or the markup between texts. */
export interface Piece {
  readonly raw: string;
  readonly isText: boolean;
}

/** The lines of a plain label. */
export function plainPieces(label: string): readonly Piece[] {
  return piecesOf(label, /\\[nlr]|\n/g);
}

// A longer name or tag is none: each sign "<" without an end would be followed to the end of the label.

/** The fields of a record, and their lines. A field without text shows a space. */
export function recordPieces(label: string): readonly Piece[] {
  const pieces = piecesOf(label, /\\[nlr]|\n|(?<!\\)(?:\\\\)*(?:<[^>]{0,1000}>|[{}|])/g);
  const written: Piece[] = [];
  let field: Piece[] = [];
  let start = '|';
  const endField = (end: string): void => {
    const isField = start !== '}' && end !== '{';
    written.push(...(field.some(hasContent) ? field : emptyField(field, isField)));
    field = [];
    start = end;
  };
  for (const piece of pieces) {
    const separator = piece.isText ? undefined : /[{}|]$/.exec(piece.raw)?.[0];
    if (separator === undefined) field.push(piece);
    else {
      endField(separator);
      written.push(piece);
    }
  }
  endField('|');
  return written;
}

/** Whether a piece of a field is a text that is seen, or a break. */
function hasContent({ raw, isText }: Piece): boolean {
  return isText ? raw.trim() !== '' : !raw.endsWith('>');
}

function emptyField(field: readonly Piece[], isField: boolean): readonly Piece[] {
  const marks = field.map(({ raw }) => ({ raw, isText: false }));
  return isField ? [...marks, { raw: ' ', isText: true }] : marks;
}

const htmlTag = /<!--[\s\S]{0,1000}?-->|<(?:[^"'>]|"[^"]{0,1000}"|'[^']{0,1000}'){0,200}>/g;

/** The texts of an HTML label. */
export function htmlPieces(label: string): readonly Piece[] {
  const pieces = piecesOf(label, htmlTag);
  const isTag = (index: number, pattern: RegExp) => pattern.test(pieces[index]?.raw ?? '');
  return pieces.map(({ raw, isText }, i) => {
    // Spaces between the parts of a table are not shown.
    const isShown = isTag(i - 1, textBefore) && isTag(i + 1, textAfter);
    return { raw, isText: isText && (raw.trim() !== '' || isShown) };
  });
}

/** Tags after and before which spaces are shown. */
const textBefore = /^<(?:\/?(?:b|i|u|o|s|sub|sup|font|br)|td)\b/i;
const textAfter = /^<(?:\/?(?:b|i|u|o|s|sub|sup|font|br)|\/td)\b/i;

const knownTag = /<\/?(?:b|i|u|o|s|sub|sup|font|br|table|tr|td|hr|vr|img)\b[^<]*>/i;

function piecesOf(label: string, markup: RegExp): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (end: number) => {
    const raw = label.slice(at, end);
    if (raw !== '') pieces.push({ raw, isText: true });
  };
  for (const { 0: raw, index } of label.matchAll(markup)) {
    add(index);
    pieces.push({ raw, isText: false });
    at = index + raw.length;
  }
  add(label.length);
  return pieces;
}

export function hasTag(label: string): boolean {
  return knownTag.test(label);
}

/**
 * Whether a label with tags was written in angle brackets, which Graphviz' JSON does not say.
 *
 * @param texts that the label shows
 * @param isPlain these texts are those of a label in quotes
 */
export function isHtmlLabel(
  label: string,
  isRecord: boolean,
  texts: readonly string[],
  isPlain: boolean,
): boolean {
  // `<b>` may be the name of a field.
  if (isRecord) return /<\/|\/>/.test(label) && !isPlain;
  const tag = knownTag.exec(label)?.[0] ?? '';
  return !texts.some((text) => text.includes(tag));
}
