import { endOfToken, isWord, startOfToken } from '../lexer.ts';

/**
 * Called for each operator of a content stream.
 *
 * @param operator `Tj`; an inline image, with its data, is one operator `BI`
 * @param from where its operands begin
 * @param at where the operator begins
 * @param to its end
 */
export type VisitOperator = (operator: string, from: number, at: number, to: number) => void;

/**
 * Reads a content stream (ISO 32000-1, 7.8.2), operator by operator.
 *
 * @param content its bytes as Latin-1 text
 */
export function scanContent(content: string, visit: VisitOperator): void {
  let from = -1;
  let at = startOfToken(content, 0);
  while (at < content.length) {
    if (from < 0) from = at;
    let end = endOfToken(content, at);
    if (isWord(content.charCodeAt(at))) {
      const word = content.slice(at, end);
      if (!constants.has(word)) {
        if (word === 'BI') end = endOfImage(content, end);
        visit(word, from, at, end);
        from = -1;
      }
    }
    at = startOfToken(content, end);
  }
}

const constants: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** The data of an inline image end with `EI` between white space. */
function endOfImage(content: string, from: number): number {
  const ends = /[\s\0]EI(?=[\s\0]|$)/g;
  ends.lastIndex = Math.max(from, content.indexOf('ID', from));
  return ends.exec(content) ? ends.lastIndex : content.length;
}

/** The numbers before an operator, without other operands. */
export function numbersBefore(content: string, from: number, at: number): number[] {
  const numbers: number[] = [];
  for (let start = startOfToken(content, from); start < at; ) {
    const end = endOfToken(content, start);
    numbers.push(Number(content.slice(start, end)));
    start = startOfToken(content, end);
  }
  return numbers;
}
