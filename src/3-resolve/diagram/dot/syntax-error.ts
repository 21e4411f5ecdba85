import { suggest } from '../../../base/diagnostics/suggest.ts';
import { layOutDot } from '../../../base/graphviz/lay-out.ts';
import type { DotToken } from './tokens.ts';

interface SyntaxError {
  readonly start: number;
  readonly length: number;
  readonly message: string;
  readonly hint?: string;
}

const timeLimit = 1000;

/**
 * Finds the token that is a syntax error. Graphviz says its line only.
 *
 * @param text of one graph that has a syntax error, which is at the offset `start`
 */
export async function findSyntaxError(
  text: string,
  start: number,
  tokens: readonly DotToken[],
): Promise<SyntaxError> {
  const unclosed = tokens.findLast(({ kind }) => kind === 'open');
  if (unclosed) {
    const isQuote = unclosed.text === '"';
    const message = isQuote ? 'this quote is not closed' : 'this label is not closed';
    return { ...unclosed, length: 1, message, hint: `close it with ${isQuote ? '"' : '>'}` };
  }
  const isBroken = async (index: number): Promise<boolean> => {
    const { start: from, length } = tokens[index] ?? { start, length: 0 };
    const { messages } = await layOutDot(text.slice(0, from - start + length), timeLimit);
    return messages.some(({ message }) => / near '/.test(message));
  };
  // The first tokens are valid, and those from the wrong one on are not.
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await isBroken(middle)) high = middle;
    else low = middle + 1;
  }
  return explain(tokens, low, start);
}

function explain(tokens: readonly DotToken[], index: number, start: number): SyntaxError {
  const token = tokens[index];
  const [first] = tokens;
  const graphHint = (word: string) => suggest(word, ['digraph', 'graph', 'strict']);
  const noGraph = 'a graph begins with "digraph {" or "graph {"';
  if (!first) return { start, length: 1, message: noGraph };
  if (!token) return explainEnd(tokens, first);
  const at = { start: token.start, length: token.length };
  if (index === 0) return withHint({ ...at, message: noGraph }, graphHint(token.text));
  const isDirected = tokens.some(({ text }, i) => i < 2 && /^digraph$/i.test(text));
  const before = tokens[index - 1];
  const opened = openedBefore(tokens, index);
  const open = opened.at(-1);
  // What cannot stand in a list of attributes.
  if (open?.text === '[' && (isLine(token) || /^[[{}]$/.test(token.text))) {
    const hint = 'close it with ]';
    return { start: open.start, length: 1, message: 'this bracket is not closed', hint };
  }
  if (isLine(token) && !isLine(before) && open?.text === '{') {
    const [type, line] = isDirected ? ['digraph', '->'] : ['graph', '--'];
    if (token.text !== line) return { ...at, message: `in a ${type}, a line is written ${line}` };
  }
  if (isLine(before)) return { ...at, message: 'a node is expected here' };
  if (before?.text === '=' || before?.text === ':' || open?.text === '[') {
    const hint = 'put names and texts with special characters in quotes';
    return { ...at, message: 'a name or a text is expected here', hint };
  }
  const hint = 'put names with special characters in quotes';
  return { ...at, message: `unexpected ${token.text.slice(0, 30)}`, hint };
}

function withHint(error: SyntaxError, hint: string | undefined): SyntaxError {
  return hint === undefined ? error : { ...error, hint };
}

/** The text ends too early. */
function explainEnd(tokens: readonly DotToken[], first: DotToken): SyntaxError {
  const opened = openedBefore(tokens, tokens.length).at(-1);
  if (!opened) {
    const { start, length } = tokens.at(-1) ?? first;
    return { start, length, message: 'the graph is expected to follow in braces' };
  }
  const isBrace = opened.text === '{';
  const message = `this ${isBrace ? 'brace' : 'bracket'} is not closed`;
  return { start: opened.start, length: 1, message, hint: `close it with ${isBrace ? '}' : ']'}` };
}

/** The brackets before a token that are not closed. */
function openedBefore(tokens: readonly DotToken[], index: number): readonly DotToken[] {
  const opened: DotToken[] = [];
  for (const token of tokens.slice(0, index)) {
    if (token.kind !== 'mark') continue;
    if (token.text === '{' || token.text === '[') opened.push(token);
    else if (token.text === '}' || token.text === ']') opened.pop();
  }
  return opened;
}

function isLine(token: DotToken | undefined): boolean {
  return token?.kind === 'mark' && (token.text === '->' || token.text === '--');
}
