import { readContent, writeContent } from '../content/streams.ts';
import type { PdfDraft } from '../draft.ts';
import { endOfToken, startOfToken } from '../lexer.ts';

/**
 * Repairs the texts of glyphs. The browser gives U+0000 or U+FEFF to those that are a part of a character only,
 * such as the dots of Arabic letters, which PDF/UA-1 forbids (ISO 14289-1, 7.21.7). The text of the whole
 * character is next to them in the content; they get a character that is not seen and does not separate words.
 */
export function repairTexts(draft: PdfDraft): void {
  for (const number of draft.numbers) {
    const map = Number(/\/ToUnicode (\d+) 0 R/.exec(draft.textOf(number))?.[1]);
    const text = Number.isNaN(map) ? undefined : readContent(draft, map);
    if (text === undefined) continue;
    const texts = readTexts(text);
    const bad = [...texts].filter(([, unicode]) => isForbidden(unicode));
    if (bad.length === 0) continue;
    for (const [code] of bad) texts.set(code, wordJoiner);
    writeContent(draft, map, writeTexts(text, texts));
  }
}

/** The texts of a font's glyphs, see {@link readTexts}. @param number of the font's object */
export function readFontTexts(draft: PdfDraft, number: number): ReadonlyMap<string, string> {
  const map = Number(/\/ToUnicode (\d+) 0 R/.exec(draft.textOf(number))?.[1]);
  return readTexts(Number.isNaN(map) ? '' : (readContent(draft, map) ?? ''));
}

const wordJoiner = '2060';

function isForbidden(unicode: string): boolean {
  return (
    unicode === '' ||
    (unicode.match(/.{4}/g) ?? ['0000']).some((unit) => /^(?:0000|FEFF|FFFE)$/i.test(unit))
  );
}

/** Reads a CMap (ISO 32000-1, 9.10.3): codes, and UTF-16 in hexadecimal digits. */
export function readTexts(map: string): Map<string, string> {
  const texts = new Map<string, string>();
  let values: (string | readonly string[])[] = [];
  let list: string[] | undefined;
  for (let at = startOfToken(map, 0); at < map.length; ) {
    const end = endOfToken(map, at);
    const token = map.slice(at, end);
    at = startOfToken(map, end);
    const digits = /^<([\da-f]*)>$/i.exec(token)?.[1];
    if (token === '[') list = [];
    else if (token === ']') {
      if (list) values.push(list);
      list = undefined;
    } else if (digits !== undefined) (list ?? values).push(digits);
    else {
      if (token === 'endbfchar') addCharacters(texts, values);
      if (token === 'endbfrange') addRanges(texts, values);
      values = [];
    }
  }
  return texts;
}

type Values = readonly (string | readonly string[])[];

function addCharacters(texts: Map<string, string>, values: Values): void {
  for (let at = 0; at + 1 < values.length; at += 2) {
    texts.set(String(values[at]).toUpperCase(), String(values[at + 1]));
  }
}

/** The last two bytes of a range's text are counted up; a list has one text for each code. */
function addRanges(texts: Map<string, string>, values: Values): void {
  for (let at = 0; at + 2 < values.length; at += 3) {
    const [first, last, text = ''] = values.slice(at, at + 3);
    const from = Number.parseInt(String(first), 16);
    const count = Math.min(Number.parseInt(String(last), 16) - from, 0xffff);
    for (let index = 0; index <= count; index++) {
      const code = hex(from + index, String(first).length);
      if (typeof text !== 'string') texts.set(code, text[index] ?? '');
      else texts.set(code, text.slice(0, -4) + hex(Number.parseInt(text.slice(-4), 16) + index, 4));
    }
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

/** A block has up to a hundred rows. */
const rowsPerBlock = 100;

/** Writes the texts instead of those of a CMap. */
function writeTexts(map: string, texts: ReadonlyMap<string, string>): string {
  const rows = Array.from(texts, ([code, text]) => `<${code}> <${text}>`);
  let blocks = '';
  for (let at = 0; at < rows.length; at += rowsPerBlock) {
    const block = rows.slice(at, at + rowsPerBlock);
    blocks += `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`;
  }
  const [start, end] = [map.search(/\d+\s+beginbf/), map.lastIndexOf('endcmap')];
  return map.slice(0, start) + blocks + map.slice(end);
}
