import type { DotToken } from './tokens.ts';

/**
 * Prepares the text of a graph for Graphviz: texts in a deck are UTF-8, whatever the graph says, and a label with an
 * empty line, on which this build of Graphviz may crash, gets a space there. Dashed and dotted cells of tables, after
 * which it draws nothing of a label, get a solid border.
 *
 * @param start the offset of the text, to which the places of the tokens refer
 */
export function prepareDot(text: string, start: number, tokens: readonly DotToken[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const [i, token] of tokens.entries()) {
    const from = token.start - start;
    const raw = text.slice(from, from + token.length);
    const isCharset = tokens[i - 1]?.text === '=' && tokens[i - 2]?.text === 'charset';
    parts.push(text.slice(at, from), isCharset ? 'utf8' : prepareToken(token.kind, raw));
    at = from + token.length;
  }
  return parts.join('') + text.slice(at);
}

function prepareToken(kind: DotToken['kind'], raw: string): string {
  if (kind === 'quoted') return fillEmptyLines(raw);
  return kind === 'html' ? raw.replace(dashedCell, (style) => ' '.repeat(style.length)) : raw;
}

/** The style of a dashed or dotted table or cell in an HTML label. */
export const dashedCell = /(?<=<[^<>]*\s)style\s*=\s*"[^"<>]*\b(?:dashed|dotted)\b[^"<>]*"/gi;

/** A space that Graphviz keeps everywhere. */
export const emptyLine = '&#160;';

/** @param raw with its quotes */
function fillEmptyLines(raw: string): string {
  let isStart = true;
  const units = raw.slice(1, -1).match(/\\[\s\S]|[^\\]/g) ?? [];
  const filled = units.map((unit) => {
    const isBreak = /^(?:\\[nlr]|\n)$/.test(unit);
    const isEmpty = isBreak && isStart;
    // A record's fields start with these; a line feed after a backslash is none.
    isStart = isBreak || /^[{|>]$/.test(unit) || (isStart && unit === '\\\n');
    return isEmpty ? `${emptyLine}${unit}` : unit;
  });
  return `"${filled.join('')}"`;
}
