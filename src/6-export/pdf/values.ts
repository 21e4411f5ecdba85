import { endOfToken, startOfToken } from './lexer.ts';

/** A parsed PDF value; strings and names are as in the file: `(text)`, `/Name`. */
export type PdfValue = number | boolean | null | string | PdfReference | PdfArray | PdfDictionary;
export type PdfArray = readonly PdfValue[];
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

export interface PdfReference {
  readonly object: number;
}

/** Parses one value, such as `<</Matrix [1 0 0 1 0 0]>>`. Keys of dictionaries lose their slash. */
export function parsePdfValue(text: string): PdfValue {
  const tokens = tokensOf(text);
  let at = 0;
  const parse = (): PdfValue => {
    const next = tokens[at++] ?? 'null';
    const code = next.charCodeAt(0);
    if (code >= 0x2b && code <= 0x39 && code !== 0x2f) {
      if (tokens[at + 1] !== 'R') return Number(next);
      at += 2;
      return { object: Number(next) };
    }
    if (next === '<<') return parseDictionary();
    if (next === '[') return parseUntil(']');
    if (code === 0x2f || code === 0x28 || code === 0x3c) return next;
    if (next === 'true' || next === 'false') return next === 'true';
    return next === 'null' ? null : Number(next);
  };
  const parseUntil = (end: string): PdfValue[] => {
    const values: PdfValue[] = [];
    while (at < tokens.length && tokens[at] !== end) values.push(parse());
    at += 1;
    return values;
  };
  const parseDictionary = (): PdfDictionary => {
    const flat = parseUntil('>>');
    const entries = new Map<string, PdfValue>();
    for (let i = 0; i + 1 < flat.length; i += 2) {
      entries.set(String(flat[i]).slice(1), flat[i + 1] ?? null);
    }
    return entries;
  };
  return parse();
}

/** A dictionary, parsed; empty if the text is another value. */
export function parsePdfDictionary(text: string): PdfDictionary {
  const value = parsePdfValue(text);
  return isDictionary(value) ? value : new Map();
}

/** Writes a value in PDF syntax. */
export function writePdfValue(value: PdfValue): string {
  if (isDictionary(value)) {
    return `<<${Array.from(value, ([key, entry]) => `/${key} ${writePdfValue(entry)}`).join(' ')}>>`;
  }
  if (Array.isArray(value)) return `[${value.map(writePdfValue).join(' ')}]`;
  if (typeof value === 'number') return writeNumber(value);
  return isReference(value) ? `${value.object} 0 R` : String(value);
}

/** PDF has no exponents. */
function writeNumber(value: number): string {
  const text = String(value);
  if (Number.isFinite(value) && !text.includes('e')) return text;
  return Math.abs(value) < 1 ? '0' : 'null';
}

function tokensOf(text: string): readonly string[] {
  if (!unusual.test(text)) return text.match(usualTokens) ?? [];
  const tokens: string[] = [];
  for (let at = startOfToken(text, 0); at < text.length; ) {
    const end = endOfToken(text, at);
    tokens.push(text.slice(at, end));
    at = startOfToken(text, end);
  }
  return tokens;
}

/** With a comment, or parentheses in a string. */
const unusual = /%|\\|\([^)]*\(/;
const usualTokens = /<<|>>|[[\]{}]|\/?[^\s\0()<>[\]{}/]+|\/|\([^)]*\)?|<[^>]*>?|[)>]/g;

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && value !== null && 'object' in value;
}

/** The number of the object that a value refers to. */
export function referenceOf(value: PdfValue | undefined): number | undefined {
  return isReference(value) ? value.object : undefined;
}

/** The numbers of an array; empty if it is none. */
export function numbersOf(value: PdfValue | undefined): readonly number[] {
  return Array.isArray(value) ? value.map(Number) : [];
}
