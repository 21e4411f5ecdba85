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
 * @param skippable which operators are left out from here on: {@link pathPoints} or {@link pathsAndTexts}
 */
export function scanContent(content: string, visit: VisitOperator, skippable?: () => RegExp): void {
  let from = -1;
  for (let at = skip(spaces, content, 0); at < content.length; ) {
    if (from < 0) {
      if (skippable) at = skip(skippable(), content, at);
      from = at;
      at = skip(numbers, content, at);
      if (at >= content.length) break;
    }
    let end = endOfToken(content, at);
    if (isWord(content.charCodeAt(at))) {
      const word = wordAt(content, at, end);
      if (!constants.has(word)) {
        if (word === 'BI') end = endOfImage(content, end);
        visit(word, from, at, end);
        from = -1;
      }
    }
    at = startOfToken(content, end);
  }
}

/*
 * Regular expressions run as machine code from the start, and a content stream is mostly numbers, while an export is
 * over before V8 has optimized a loop.
 */
const spaces = /[\s\0]*/y;
const numbers = /(?:[-+.\d]+[ \n\r]+)*/y;
/** Operators that make a path of points. */
export const pathPoints = /(?:(?:[-+.\d]+ )+[mlcvy][ \n]+|h[ \n]+)*/y;
/** The same, and others that change no state but of lines, colors and texts; texts in hexadecimal digits. */
export const pathsAndTexts =
  /(?:(?:[-+.\d]+ )*(?:[mlcvyhwJjM]|re|Td|rg|RG)[ \n]+|<[\da-fA-F]*> Tj[ \n]+)*/y;

function skip(pattern: RegExp, content: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(content) ? pattern.lastIndex : from;
}

/** One of the words that are there once, as a new string for each takes longer than all else. */
function wordAt(content: string, from: number, to: number): string {
  if (to - from > 2) return content.slice(from, to);
  const key = content.charCodeAt(from) + (to - from === 2 ? content.charCodeAt(from + 1) * 256 : 0);
  return shortOperators.get(key) ?? content.slice(from, to);
}

const shortOperators: ReadonlyMap<number, string> = new Map(
  'q Q cm w J j M d ri i gs m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ \' " CS cs SC sc G g RG rg K k sh Do BI MP DP BX EX'
    .split(' ')
    .map((name) => [name.charCodeAt(0) + (name.length === 2 ? name.charCodeAt(1) * 256 : 0), name]),
);

const constants: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** The data of an inline image end with `EI` between white space. */
function endOfImage(content: string, from: number): number {
  const ends = /[\s\0]EI(?=[\s\0]|$)/g;
  ends.lastIndex = Math.max(from, content.indexOf('ID', from));
  return ends.exec(content) ? ends.lastIndex : content.length;
}
