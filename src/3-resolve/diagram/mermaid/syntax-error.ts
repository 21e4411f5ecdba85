import type { MermaidSource } from './mermaid-source.ts';

/** Why a text cannot be read, as Mermaid's parsers say it. */
export interface SyntaxFailure {
  /** What was found; empty at the end of the text, `\n` at the end of a line. */
  readonly found: string;
  /** The names of the tokens that the grammar has there. */
  readonly expected: readonly string[];
  /** In what Mermaid reads. */
  readonly index: number;
  /** Of the text, up to `index`. */
  readonly before: string;
  /** For what no grammar says: the message of Mermaid's own check. */
  readonly message?: string;
}

/** What to say instead of Mermaid's list of tokens. */
export interface Explanation {
  readonly message: string;
  readonly hint?: string;
  /** In what Mermaid reads; by default, where the failure is. */
  readonly index?: number;
  readonly length?: number;
}

export type Explain = (failure: SyntaxFailure, source: MermaidSource) => Explanation | undefined;

/** What the parsers throw; other errors have a message only. */
interface ParserHash {
  readonly text?: string;
  /** The token's name; 1 at the end. */
  readonly token?: unknown;
  readonly line?: number;
  /** The token before. */
  readonly loc?: { readonly last_line: number; readonly last_column: number };
  readonly expected?: readonly string[];
}

/** Reports an error of Mermaid's parser where it is, in our words. */
export function reportSyntaxError(error: unknown, explain: Explain, source: MermaidSource): void {
  const failure = withColors(readError(error, source.text.text), source.text.colors);
  const { message, hint, index, length } = explain(failure, source) ?? describe(failure);
  const start = source.offsetOf(index ?? failure.index);
  source.problems.fail('diagram-syntax', start, length ?? lengthOf(failure), message, hint);
}

/** Puts back the colors that the parser was given in another form. */
function withColors(
  failure: SyntaxFailure,
  colors: MermaidSource['text']['colors'],
): SyntaxFailure {
  const found = [...colors].reduce(
    (text, [name, color]) => text.replaceAll(name, () => color),
    failure.found,
  );
  return { ...failure, found };
}

function readError(error: unknown, text: string): SyntaxFailure {
  const { message = '', hash = {} } = error as { message?: string; hash?: ParserHash };
  const { expected = [], loc, line = 0 } = hash;
  const [, atLine, atColumn] =
    /(?:Lexer|Parse) error on line (\w+), column (\w+)/.exec(message) ?? [];
  if (atLine !== undefined) {
    const known = indexAt(text, Number(atLine), Number(atColumn) - 1);
    const index = Number.isNaN(known) ? text.trimEnd().length : known;
    const found = /^\S+/.exec(text.slice(index))?.[0] ?? '\n';
    return { found, expected: [], index, before: text.slice(0, index) };
  }
  // An error of Mermaid's own checks may have a place that is none.
  const isCheck = !/^(?:Parse|Lexical) error/.test(message);
  if (isCheck) return { found: '', expected: [], index: 0, before: '', message };
  const names = expected.map((name) => name.replace(/^'(.*)'$/, '$1'));
  if (loc) {
    const after = indexAt(text, loc.last_line, loc.last_column);
    const space = /^[^\S\n]*/.exec(text.slice(after))?.[0].length ?? 0;
    const found = hash.token === 1 || /^EOF/.test(String(hash.token)) ? '' : (hash.text ?? '');
    const index = found === '' ? text.trimEnd().length : after + space;
    return { found, expected: names, index, before: text.slice(0, index) };
  }
  const place = placeOfLexicalError(message, text, line + 1);
  const index = place && place + (/^[^\S\n]*/.exec(text.slice(place))?.[0].length ?? 0);
  const found = index === undefined ? '' : (/^\S+/.exec(text.slice(index))?.[0] ?? '\n');
  const at = index ?? 0;
  return { found, expected: names, index: at, before: text.slice(0, at) };
}

/** The message shows up to 20 characters on both sides, without line feeds, and a caret below. */
function placeOfLexicalError(message: string, text: string, line: number): number | undefined {
  const [first = '', excerpt = '', caret = ''] = message.split('\n');
  if (!first.startsWith('Lexical error')) return undefined;
  const shown = excerpt.slice(caret.indexOf('^')).replace(/\.\.\.$/, '');
  const start = indexAt(text, line, 0);
  const within = /^.*/.exec(text.slice(start))?.[0] ?? '';
  const shared = Array.from({ length: shown.length }, (_, i) => shown.slice(0, shown.length - i));
  const column = shared.map((part) => within.indexOf(part)).find((at) => at >= 0);
  return start + (column ?? within.search(/\S|$/));
}

function indexAt(text: string, line: number, column: number): number {
  const lines = text.split('\n').slice(0, line - 1);
  const before = lines.reduce((sum, { length }) => sum + length + 1, 0);
  return Math.min(text.length, before + column);
}

function describe({ found, message }: SyntaxFailure): Explanation {
  // What breaks in Mermaid itself says nothing of the text.
  if (
    message !== undefined &&
    /^Cannot (?:read|set) |\bis not (?:a function|iterable)/.test(message)
  )
    return { message: 'this diagram cannot be read' };
  if (message !== undefined) return { message: `this diagram cannot be read: ${firstOf(message)}` };
  if (found === '') return { message: 'this diagram ends too early' };
  if (found.trim() === '') return { message: 'this line ends too early' };
  return { message: `unexpected "${shorten(found)}"` };
}

export function shorten(found: string): string {
  const word = found.trim().split('\n')[0] ?? '';
  return word.length > 40 ? `${word.slice(0, 40)}…` : word;
}

function firstOf(message: string): string {
  return message.split('\n')[0] ?? '';
}

function lengthOf({ found }: SyntaxFailure): number {
  return Math.max(1, found.trim().split('\n')[0]?.length ?? 1);
}
