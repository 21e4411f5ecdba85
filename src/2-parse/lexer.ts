import {
  Lexer,
  Marked,
  type MarkedOptions,
  type MarkedToken,
  type Token,
  Tokenizer,
  type TokenizerExtension,
} from 'marked';
import { spanAt } from '../1-load/span.ts';
import type { Place } from '../1-load/yaml.ts';
import type { Span, TextFile } from '../deck.ts';
import type { Report } from '../diagnostics.ts';
import { checkNesting, TimeLimitError, withTimeLimit } from './limits.ts';

/** What our language adds to Markdown's blocks. All but footnotes stand on a line of the file's own. */
export type Mark =
  | SlideBreak
  | { type: 'open'; raw: string; colons: number; name: string; rest: string }
  | { type: 'close'; raw: string; colons: number }
  | { type: 'slot'; raw: string; name: string }
  | { type: 'pause'; raw: string }
  | { type: 'note'; raw: string }
  | { type: 'footnoteDefinition'; raw: string; label: string; tokens: Token[] };

export interface SlideBreak {
  type: 'slideBreak';
  raw: string;
  vertical: boolean;
  /** Where in `raw` the slide's head stands, if it has one. */
  head?: { start: number; end: number };
}

export type BlockToken = Mark | MarkedToken;

const marks: readonly TokenizerExtension[] = [
  rootMark('slideBreak', readSlideBreak),
  rootMark('open', (src) => {
    const match = /^(:{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*([^\n]*)(?:\n|$)/.exec(src);
    if (!match) return undefined;
    const [raw, colons = '', name = '', rest = ''] = match;
    return { type: 'open', raw, colons: colons.length, name, rest: rest.trimEnd() };
  }),
  rootMark('close', (src) => {
    const match = /^(:{3,})[ \t]*(?:\n|$)/.exec(src);
    return match ? { type: 'close', raw: match[0], colons: match[1]?.length ?? 0 } : undefined;
  }),
  rootMark('slot', (src) => {
    const match = /^::([A-Za-z][\w-]*)::[ \t]*(?:\n|$)/.exec(src);
    return match ? { type: 'slot', raw: match[0], name: match[1] ?? '' } : undefined;
  }),
  rootMark('pause', (src) => {
    const match = /^\. \. \.[ \t]*(?:\n|$)/.exec(src);
    return match ? { type: 'pause', raw: match[0] } : undefined;
  }),
  rootMark('note', (src) => {
    const match = /^Notes?:(?:[ \t]+|[ \t]*\n|$)/.exec(src);
    return match ? { type: 'note', raw: match[0] } : undefined;
  }),
  {
    name: 'footnoteDefinition',
    level: 'block',
    tokenizer(src) {
      const match =
        /^\[\^([^\]\s]+)\]:[ \t]*((?:[^\n]*(?:\n|$))(?:(?:[ \t]*\n)*(?: {2,}|\t)[^\n]*(?:\n|$))*)/.exec(
          src,
        );
      if (!match) return undefined;
      const [raw, label = '', text = ''] = match;
      const tokens = this.lexer.blockTokens(text.replace(/^(?: {2,4}|\t)/gm, ''), []);
      return { type: 'footnoteDefinition', raw, label, tokens };
    },
  },
];

/** A mark counts only where no list or quote is around it. */
function rootMark(name: Mark['type'], read: (src: string) => Mark | undefined): TokenizerExtension {
  return {
    name,
    level: 'block',
    tokenizer(src, tokens) {
      if (tokens !== this.lexer.tokens) return undefined;
      const { tokenizer } = this.lexer.options;
      if (tokenizer instanceof MarkTokenizer) tokenizer.enter(src);
      return read(src);
    },
  };
}

/** Lines that are marks, as {@link marks} reads them; and footnotes. */
const markLine =
  /^(?::{3,}[ \t]*(?:[A-Za-z].*)?|::[A-Za-z][\w-]*::[ \t]*|\. \. \.[ \t]*|Notes?:(?:\s.*)?|\[\^[^\]\s]+\]:.*|---?[ \t]*)$/gm;

/** HTML that goes on to a blank line, and not to an end of its own as a comment does. */
const plainHtml = /^ {0,3}<(?!!|\?|(?:pre|script|style|textarea)\b)/i;

/**
 * Lets a mark end the list, quote, table or HTML that it touches. By CommonMark's rules these take in
 * any line below them that is no block of its own, and a mark is none to the lexer.
 */
class MarkTokenizer extends Tokenizer {
  readonly #text: string;
  /** Offsets of the mark lines that are still ahead, the nearest one last. */
  readonly #marksAhead: number[];
  /** The rest of the text at the place where the lexer is, outside of lists and quotes. */
  #rest = '';

  constructor(text: string) {
    super();
    this.#text = text;
    this.#marksAhead = Array.from(text.matchAll(markLine), ({ index }) => index).reverse();
  }

  enter(rest: string): void {
    this.#rest = rest;
    const offset = this.#text.length - rest.length;
    while ((this.#marksAhead.at(-1) ?? offset + 1) <= offset) this.#marksAhead.pop();
  }

  override list(src: string) {
    return super.list(this.#upTo(this.#marksAhead.at(-1), src));
  }

  override blockquote(src: string) {
    return super.blockquote(this.#upTo(this.#marksAhead.at(-1), src));
  }

  override table(src: string) {
    return super.table(this.#upTo(this.#marksAhead.at(-1), src));
  }

  /** A break in HTML is text. */
  override html(src: string) {
    return super.html(plainHtml.test(src) ? this.#upTo(this.#nextButBreak, src) : src);
  }

  /** Dashes under text make it a heading, but not text with a mark in it. */
  override lheading(src: string) {
    return super.lheading(this.#upTo(this.#nextButBreak, src));
  }

  get #nextButBreak(): number | undefined {
    return this.#marksAhead.findLast((offset) => this.#text[offset] !== '-');
  }

  #upTo(mark: number | undefined, src: string): string {
    if (mark === undefined || src !== this.#rest) return src;
    return src.slice(0, mark - (this.#text.length - src.length));
  }
}

/** Lets a mark end a paragraph that it touches. Looks no further than the paragraph, for the time's sake. */
function nextMark(src: string): number | undefined {
  const end = src.search(/\n[ \t]*\n/);
  const paragraph = end < 0 ? src : src.slice(0, end);
  const at = paragraph.search(
    /\n(?::{3,}[ \t]*(?:[A-Za-z]|$)|::[A-Za-z][\w-]*::[ \t]*$|\. \. \.[ \t]*$|Notes?:(?:\s|$)|\[\^[^\]\s]+\]:)/m,
  );
  return at < 0 ? undefined : at + 1;
}

/** `---` or `--` on a line of its own, and the YAML right under it up to the next `---`. */
function readSlideBreak(src: string): SlideBreak | undefined {
  const line = /^(---?)[ \t]*(?:\n|$)/.exec(src);
  if (!line) return undefined;
  const vertical = line[1] === '--';
  const start = line[0].length;
  const head = findHead(src, start);
  if (!head) return { type: 'slideBreak', raw: line[0], vertical };
  return {
    type: 'slideBreak',
    raw: src.slice(0, head.next),
    vertical,
    head: { start, end: head.end },
  };
}

/** As much as YAML may have, and a line more. */
const maxHead = 65 * 1024;

/**
 * Where the YAML that begins with a key at `start` has its end, and where the text goes on behind the
 * `---` below it. A blank line ends it as well, and then it was text.
 */
function findHead(src: string, start: number): { end: number; next: number } | undefined {
  const text = src.slice(start, start + maxHead);
  if (!/^(?!Notes?:)[A-Za-z_][\w-]*[ \t]*:[ \t\n]/.test(text)) return undefined;
  for (let at = 0; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at);
    const next = lineEnd < 0 ? text.length : lineEnd + 1;
    const line = text.slice(at, next).trimEnd();
    if (line === '---') return { end: start + at, next: start + next };
    if (line === '') return undefined;
    at = next;
  }
  return undefined;
}

const footnoteReference: TokenizerExtension = {
  name: 'footnoteReference',
  level: 'inline',
  start: (src) => {
    const at = src.indexOf('[^');
    return at < 0 ? undefined : at;
  },
  tokenizer(src) {
    const match = /^\[\^([^\]\s]+)\](?!\()/.exec(src);
    return match ? { type: 'footnoteReference', raw: match[0], label: match[1] } : undefined;
  },
};

const slides = new Marked({
  extensions: [
    ...marks.slice(0, 1).map((mark) => ({ ...mark, start: nextMark })),
    ...marks.slice(1),
    footnoteReference,
  ],
});

/** Without marks: for Markdown in a YAML value, which holds no slides. */
const plain = new Marked({ extensions: [footnoteReference] });

/** Longer than this, a paragraph is lexed against the clock: some of the lexer's rules are quadratic. */
const longText = 2000;
/** So is a longer file; in a shorter one, blocks that nest no deeper than they may take no time. */
const longFile = 20_000;
const blockLimit = 4000;
const inlineLimit = 1000;

/**
 * Lexes a file's slides. The `raw` of the tokens, joined, is the text from `start` on, so that their
 * lengths add up to positions.
 *
 * @returns no tokens where the text would take the lexer too long or too deep; the report says so
 */
export function lex(file: TextFile, start: number, report: Report): readonly BlockToken[] {
  const place: Place = (offset, length) => spanAt(file, start + offset, length);
  const text = file.text.slice(start);
  const options = { ...slides.defaults, tokenizer: new MarkTokenizer(text) };
  return lexText(options, text, place, report);
}

/** Lexes Markdown that is the value of a YAML key. */
export function lexValue(text: string, place: Place, report: Report): readonly BlockToken[] {
  return lexText(plain.defaults, text, place, report);
}

/** Lexes a value that is one line of text. */
export function lexLine(text: string, place: Place, report: Report): readonly Token[] {
  const lexer = new Lexer(plain.defaults);
  const tokens: Token[] = [];
  guard(
    () => place(0, 1),
    report,
    () => withTimeLimit(inlineLimit, () => lexer.inlineTokens(text, tokens)),
  );
  return tokens;
}

function lexText(
  options: MarkedOptions,
  text: string,
  place: Place,
  report: Report,
): readonly BlockToken[] {
  if (!checkNesting(text, place, report)) return [];
  const lexer = new Lexer(options);
  const read = () => lexer.tokens.reduce((sum, token) => sum + token.raw.length, 0);
  const lexBlocks = () => void lexer.blockTokens(text, lexer.tokens);
  const isLong = text.length > longFile;
  guard(
    () => place(read(), 1),
    report,
    () => (isLong ? withTimeLimit(blockLimit, lexBlocks) : lexBlocks()),
  );
  lexInlines(lexer, text, place, report);
  return lexer.tokens as BlockToken[];
}

function lexInlines(lexer: Lexer, text: string, place: Place, report: Report): void {
  const end = performance.now() + blockLimit;
  for (const { src, tokens } of lexer.inlineQueue) {
    const lexInline = () => void lexer.inlineTokens(src, tokens);
    if (src.length <= longText && !/[*_[~]{50}/.test(src)) lexInline();
    else {
      const limit = Math.max(1, Math.min(inlineLimit, Math.round(end - performance.now())));
      const blame = () => place(Math.max(0, text.indexOf(src.slice(0, 80))), 1);
      guard(blame, report, () => withTimeLimit(limit, lexInline));
      if (!isDeep(tokens)) continue;
      report.add('nesting-limit', blame(), 'emphasis or links nested too deeply', 'simplify it');
      tokens.length = 0;
    }
  }
}

/** Whether tokens nest deeper than the way through them may go. */
function isDeep(tokens: readonly Token[], left = 100): boolean {
  if (left === 0) return true;
  return tokens.some(
    (token) => 'tokens' in token && token.tokens && isDeep(token.tokens, left - 1),
  );
}

/** Runs a part of the lexing; says at its place when it ran out of time or of stack. */
function guard(blame: () => Span, report: Report, task: () => void): void {
  const hint = 'simplify or split it';
  try {
    task();
  } catch (error) {
    if (error instanceof TimeLimitError) {
      report.add('time-limit', blame(), 'this block takes too long to read', hint);
    } else if (error instanceof RangeError) {
      report.add('nesting-limit', blame(), 'this block is nested too deeply', hint);
    } else throw error;
  }
}
