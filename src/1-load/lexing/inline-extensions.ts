import type { Token, TokenizerExtension, TokenizerThis } from 'marked';
import { type AttributeList, isAttributeList } from './attribute-list.ts';

/** `H~2~O`, `x^2^`, `==text==`. */
export interface StyledToken {
  readonly type: 'subscript' | 'superscript' | 'highlight';
  readonly raw: string;
  readonly tokens: Token[];
}

/** `[text]{.class}`; the start of the list is that in `raw`. */
export interface SpanToken {
  readonly type: 'span';
  readonly raw: string;
  readonly tokens: Token[];
  readonly list: AttributeList;
}

/** `^[text]`: a footnote where it is referred to. */
export interface InlineNoteToken {
  readonly type: 'inlineNote';
  readonly raw: string;
  readonly text: string;
  readonly tokens: Token[];
}

type Read = (
  src: string,
  /** The text before it, up to a space. */
  before: string,
  lex: (text: string) => Token[],
) => StyledToken | SpanToken | InlineNoteToken | undefined;

/** Reads what starts with a sign at the start of `src`. */
function extension(name: string, sign: string, read: Read): TokenizerExtension {
  return {
    name,
    level: 'inline',
    start: (src) => {
      const at = src.indexOf(sign);
      return at < 0 ? undefined : at;
    },
    tokenizer(this: TokenizerThis, src, tokens) {
      if (!src.startsWith(sign)) return undefined;
      return read(src, wordBefore(tokens), (text) => this.lexer.inlineTokens(text));
    },
  };
}

/** The end of a text, from its last space on; of a long word, only its end. */
function wordBefore(tokens: readonly Token[]): string {
  let word = '';
  for (let i = tokens.length - 1; i >= 0 && word.length <= longWord; i--) {
    const raw = tokens[i]?.raw ?? '';
    word = raw.slice(-longWord) + word;
    if (/\s/.test(raw)) break;
  }
  return /\S*$/.exec(word.slice(-longWord))?.[0] ?? '';
}

const longWord = 200;

export const inlineExtensions: readonly TokenizerExtension[] = [
  extension('inlineNote', '^[', readNote),
  extension('superscript', '^', (src, before, lex) => {
    const text = /^\^(?![[^])((?:\\.|[^\s^\\])+)\^(?!\^)/.exec(src)?.[1];
    const isScript = text !== undefined && /(?:[\p{L}\p{N})\]'"’.,*_~]|^)$/u.test(before);
    if (!isScript || !/[\p{L}\p{N}+−*′†‡°-]/u.test(text) || isRange(text, before, src)) {
      return undefined;
    }
    if (isInPath(text, before) || /\||\$$|\\[dwsbDWSB]/.test(text)) return undefined;
    return { type: 'superscript', raw: `^${text}^`, tokens: lex(withBlanks(text)) };
  }),
  extension('subscript', '~', (src, before, lex) => {
    const text = /^~(?!~)((?:\\.|[^\s~\\])+)~(?!~)/.exec(src)?.[1];
    const isScript = text !== undefined && /[\p{L}\p{N})\]'*_`^]$/u.test(before);
    if (!isScript || isRange(text, before, src) || /^\/|\.\.|\/$/.test(text)) return undefined;
    if (isInPath(text, before)) return undefined;
    return { type: 'subscript', raw: `~${text}~`, tokens: lex(withBlanks(text)) };
  }),
  extension('highlight', '==', (src, before, lex) => {
    const text = /^==(?![=\s])((?:\\[\s\S]|(?!==)[^\\])+?)(?<!\s)==(?!=)/.exec(src)?.[1];
    if (text === undefined || isWord(before.slice(-1)) || before.endsWith('=')) return undefined;
    const raw = `==${text}==`;
    return isWord(src.slice(raw.length))
      ? undefined
      : { type: 'highlight', raw, tokens: lex(text) };
  }),
  extension('span', '[', readSpan),
];

/** In a sub- or superscript, a space is escaped. */
function withBlanks(text: string): string {
  return text.replaceAll('\\ ', ' ');
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether a text starts with a letter or digit of a language with spaces between words. */
function isWord(text: string): boolean {
  return /^[\p{L}\p{N}]/u.test(text) && !eastAsian.test(text.slice(0, 1));
}

/** Whether the signs are those of ranges and sums, as in `10~20,30~40`, `월~금,토~일` and `x^2+y^2`. */
function isRange(text: string, before: string, src: string): boolean {
  const after = src.slice(text.length + 2);
  if (!/^[\p{L}\p{N}]/u.test(after)) return false;
  const isNumbers = /\p{N}$/u.test(before) && /^\p{N}/u.test(text) && /^\p{N}/u.test(after);
  const isWords = [before.slice(-1), text.slice(0, 1), after.slice(0, 1)].every((each) =>
    eastAsian.test(each),
  );
  return isNumbers || isWords || /[^-+−=*/,;:(].*?[+=*/,;:][\p{L}\p{N}]/u.test(text);
}

/** Whether the signs are those of a path, as in `C:\PROGRA~1\x~2`. A backslash escapes only punctuation and spaces. */
function isInPath(text: string, before: string): boolean {
  if (/\\[\p{L}\p{N}]/u.test(text) || /\\[\p{L}\p{N}]/u.test(before)) return true;
  const isPath = /^["'“‘«([<]*(?:\.{0,2}\/|~\/|[A-Za-z]:[\\/]|\\\\)/.test(before);
  return isPath || (text.includes('/') && before.includes('/'));
}

function readNote(
  src: string,
  _: string,
  lex: (text: string) => Token[],
): InlineNoteToken | undefined {
  const text = bracketed(src, 1);
  if (text === undefined || text.trim() === '') return undefined;
  // A regular expression, such as `^[a-z]+$`.
  if (/^\S+$/.test(text) && /^[+*?{$|]/.test(src.slice(text.length + 3))) return undefined;
  return { type: 'inlineNote', raw: `^[${text}]`, text, tokens: lex(text) };
}

function readSpan(
  src: string,
  before: string,
  lex: (text: string) => Token[],
): SpanToken | undefined {
  if (src.startsWith('[^') || before.endsWith('!') || !src.includes(']{')) return undefined;
  const text = bracketed(src, 0);
  if (text === undefined) return undefined;
  const list = /^\{([^{}\n]*)\}/.exec(src.slice(text.length + 2))?.[1];
  if (list === undefined || !isAttributeList(list)) return undefined;
  const start = text.length + 3;
  const raw = src.slice(0, start + list.length + 1);
  return { type: 'span', raw, tokens: lex(text), list: { text: list, start } };
}

/** The text between the bracket at an offset and its partner; brackets in code and after a backslash are text. */
function bracketed(src: string, open: number): string | undefined {
  let depth = 0;
  const marks = /\\[\s\S]|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|[[\]]/g;
  marks.lastIndex = open;
  for (let match = marks.exec(src); match; match = marks.exec(src)) {
    if (match[0] === '[') depth++;
    else if (match[0] === ']' && --depth === 0) return src.slice(open + 1, match.index);
  }
  return undefined;
}
