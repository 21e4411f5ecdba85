import { decodeHTML } from 'entities';
import { decodeMarks } from './mermaid/entity-marks.ts';

/** The text of a Mermaid label, without the quotes around it. */
export function readLabel(encoded: string): string {
  return readText(/^\s*"([\s\S]*)"\s*$/.exec(encoded)?.[1] ?? encoded);
}

/**
 * A text of Mermaid in which quotes are characters: breaks become line feeds and entities such as `#quot;` and `&amp;`
 * their characters; markup for bold and italic text is removed.
 */
export function readText(encoded: string): string {
  const text = decodeMarks(encoded).trim();
  const plain =
    /^`([\s\S]*)`$/.exec(text)?.[1]?.replace(/(\*\*?|__?)(?=\S)(.*?\S)\1/g, '$2') ?? text;
  const broken = plain
    .replace(/<\/?br\s*\/?>|\\n/gi, '\n')
    .replace(/<\/?(?:b|i|u|em|strong)>/gi, '');
  const decoded = broken
    .replace(/#(\d{1,6});/g, (whole, code: string) => characterOf(Number(code)) ?? whole)
    .replace(/#(\w+);/g, '&$1;');
  return decodeHTML(decoded)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

function characterOf(code: number): string | undefined {
  const isShown = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isShown ? String.fromCodePoint(code) : undefined;
}
