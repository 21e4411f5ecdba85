import type { DiagramSource } from '../source.ts';

/** A word, a punctuation mark or a string in DOT. */
export interface DotToken {
  /** `name`: a word or number as it is; `text`: one in quotes; `html`: one in angle brackets. */
  readonly kind: 'name' | 'text' | 'html' | 'mark' | 'end';
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

const space = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<![^\n])#[^\n]*)+/y;
const word = /-?(?:\.\d+|\d+(?:\.\d*)?)|[\p{L}_][\p{L}\p{N}_]*/uy;
const quoted = /"((?:[^"\\]|\\[\s\S])*)"/y;
const mark = /->|--|[{}[\];,=:+]/y;

/** Splits DOT into tokens; an invalid character ends them. */
export function readTokens(source: DiagramSource): readonly DotToken[] {
  const { text } = source;
  const tokens: DotToken[] = [];
  let at = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  for (;;) {
    at += match(space)?.[0].length ?? 0;
    if (at >= text.length) break;
    const token = readToken(at, match, text);
    if ('problem' in token) {
      source.fail('diagram-syntax', at, 1, token.problem, token.hint);
      break;
    }
    tokens.push(token);
    at += token.length;
  }
  tokens.push({ kind: 'end', text: '', start: at, length: 1 });
  return tokens;
}

type Problem = { readonly problem: string; readonly hint?: string };

function readToken(
  start: number,
  match: (pattern: RegExp) => RegExpExecArray | null,
  text: string,
): DotToken | Problem {
  const string = match(quoted);
  if (string) {
    const inner = (string[1] ?? '').replace(/\\\n/g, '').replace(/\\"/g, '"');
    return { kind: 'text', text: inner, start, length: string[0].length };
  }
  const name = match(word);
  if (name) return { kind: 'name', text: name[0], start, length: name[0].length };
  const sign = match(mark);
  if (sign) return { kind: 'mark', text: sign[0], start, length: sign[0].length };
  if (text[start] === '"') return { problem: 'this quote is not closed' };
  if (text[start] !== '<') {
    return {
      problem: `"${text[start]}" has no meaning here`,
      hint: 'a name with such a sign in it stands in quotes',
    };
  }
  const end = endOfHtml(text, start);
  if (end === undefined) return { problem: 'this label is not closed', hint: 'close it with >' };
  return { kind: 'html', text: text.slice(start + 1, end - 1), start, length: end - start };
}

function endOfHtml(text: string, start: number): number | undefined {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text[i] === '<') depth++;
    else if (text[i] === '>' && --depth === 0) return i + 1;
  }
  return undefined;
}
