/** A parsed PDF value; strings and names are as in the file: `(text)`, `/Name`. */
export type PdfValue = number | boolean | null | string | PdfReference | PdfArray | PdfDictionary;
export type PdfArray = readonly PdfValue[];
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

export interface PdfReference {
  readonly object: number;
}

/** Parses one value, such as `<</Matrix [1 0 0 1 0 0]>>`. Keys of dictionaries lose their slash. */
export function parsePdfValue(text: string): PdfValue {
  const tokens = text.match(token) ?? [];
  let at = 0;
  const parse = (): PdfValue => {
    const next = tokens[at++] ?? 'null';
    if (next === '<<') return parseDictionary();
    if (next === '[') return parseUntil(']');
    if (/^[/(<]/.test(next)) return next;
    if (tokens[at + 1] === 'R' && /^\d+$/.test(next)) {
      at += 2;
      return { object: Number(next) };
    }
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

const token =
  /<<|>>|[[\]]|\((?:[^\\()]|\\[\s\S])*\)|<[\da-f\s]*>|\/[^\s/<>[\]()]*|[^\s/<>[\]()]+/gi;

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && value !== null && 'object' in value;
}

/** The numbers of an array; empty if it is none. */
export function numbersOf(value: PdfValue | undefined): readonly number[] {
  return Array.isArray(value) ? value.map(Number) : [];
}
