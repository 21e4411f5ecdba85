import { Lexer, Marked, type MarkedOptions, type Token, type Tokenizer } from 'marked';
import { Report } from '../../base/diagnostics/report.ts';
import { spanAt } from '../../base/span.ts';
import { isStackOverflow } from '../../base/stack-overflow.ts';
import { TimeLimitError, withTimeLimit } from '../../base/time/time-limit.ts';
import type { Locate } from '../../base/yaml/yaml.ts';
import type { Memo, Span, TextFile } from '../../model/source.ts';
import { attributeLine } from './attribute-list.ts';
import { footnoteReference, lineMarkers } from './block-extensions.ts';
import { definitionList } from './definition-list.ts';
import { amendRules } from './flanking.ts';
import { inlineExtensions } from './inline-extensions.ts';
import { findChange, type Lexed } from './lex-change.ts';
import { definitionBelowText } from './loose-link.ts';
import {
  displayMath,
  equationReference,
  inlineMath,
  maskMath,
  nextFormula,
} from './math-extensions.ts';
import { type BlockToken, nestTokens } from './nest-tokens.ts';
import { checkNesting } from './nesting-limit.ts';
import { checkTables } from './table-limit.ts';
import { AttributeTokenizer, MarkerTokenizer, nextMarker } from './tokenizer.ts';

/** The text whose inlines are being lexed, which marked does not pass to the hook below. */
let inlineText = '';

class InlineLexer extends Lexer {
  constructor(options: MarkedOptions, tokenizer: Tokenizer) {
    super({ ...options, tokenizer });
    tokenizer.rules = amendRules(tokenizer.rules);
  }

  override inlineTokens(src: string, tokens?: Token[]): Token[] {
    const outer = inlineText;
    inlineText = src;
    try {
      return super.inlineTokens(src, tokens);
    } finally {
      inlineText = outer;
    }
  }
}

const common = {
  extensions: [
    ...inlineExtensions,
    footnoteReference,
    inlineMath,
    equationReference,
    displayMath,
    definitionBelowText,
  ],
  hooks: { emStrongMask: (masked: string) => maskMath(inlineText, masked) },
};

const slides = new Marked({
  ...common,
  extensions: [
    ...lineMarkers.slice(0, 1).map((marker) => ({ ...marker, start: nextMarker })),
    ...lineMarkers.slice(1),
    attributeLine([nextMarker, nextFormula]),
    definitionList,
    ...common.extensions,
  ],
});

/** Without line markers: for Markdown in YAML values, which contain no slides. */
const plain = new Marked({
  ...common,
  extensions: [attributeLine([nextFormula]), definitionList, ...common.extensions],
});

/**
 * The longest rules of the lexer, which V8 compiles for their first text: for a long one to machine code, in a
 * tenth of the time that the bytecode for a short one takes.
 */
const { blockquote, html, lheading, paragraph, table } = Lexer.rules.block.gfm;
const longFirstText = '\n'.repeat(1000);
for (const rule of [blockquote, html, lheading, paragraph, table]) rule.exec(longFirstText);

/** Longer paragraphs are lexed with a time limit, as some rules of the lexer are quadratic. */
const longText = 2000;
/** Longer files are lexed with a time limit, too; shorter ones with limited nesting are fast. */
const longFile = 20_000;
const blockLimit = 4000;
const inlineLimit = 1000;

type Result = Omit<Lexed, 'text'>;

const nothing: Result = { tokens: [], definitions: '', hasErrors: true };

/**
 * Lexes a file's slides. The `raw` of the tokens, joined, is the text from `start` on, so that offsets are sums
 * of their lengths.
 *
 * @returns no tokens if lexing takes too long or is nested too deeply, which is reported
 */
export function lex(file: TextFile, start: number, report: Report, memo: Memo): Lexed {
  const locate: Locate = (offset, length) => spanAt(file, start + offset, length);
  const text = file.text.slice(start);
  return memo.update(lex, [file.realPath], (previous) => {
    const known = previous?.hasErrors || previous?.definitions ? undefined : previous;
    if (known?.text === text) return known;
    return {
      text,
      ...((known && lexChange(known, text, locate)) ?? lexSlides(text, locate, report)),
    };
  });
}

/** Lexes the changed part of a text; `undefined` if it cannot be separated or has errors. */
function lexChange(known: Lexed, text: string, locate: Locate): Result | undefined {
  const change = findChange(known, text);
  if (!change) return undefined;
  const { before, start, part, stop, behind } = change;
  const locateInPart: Locate = (at, length) => locate(start + at, length);
  const { tokens, definitions, hasErrors } = lexSlides(part, locateInPart, new Report(), stop);
  if (hasErrors || definitions || tokens.at(-1)?.type !== 'end') return undefined;
  return { tokens: [...before, ...tokens.slice(0, -1), ...behind], definitions, hasErrors };
}

/** @param stop the offset at which the lexer may stop */
export function lexSlides(text: string, locate: Locate, report: Report, stop?: number): Result {
  const own = text.slice(0, stop);
  if (!checkNesting(own, locate, report) || !checkTables(own, locate, report)) return nothing;
  const lexer = new InlineLexer(slides.defaults, new MarkerTokenizer(text, stop));
  return lexText(lexer, text, locate, report);
}

/** Lexes the value of a YAML key as Markdown. */
export function lexValue(text: string, locate: Locate, report: Report): readonly BlockToken[] {
  if (!checkNesting(text, locate, report) || !checkTables(text, locate, report)) return [];
  const lexer = new InlineLexer(plain.defaults, new AttributeTokenizer());
  return lexText(lexer, text, locate, report).tokens;
}

/** Lexes a value that is one line of text. */
export function lexLine(text: string, locate: Locate, report: Report): readonly Token[] {
  const lexer = new InlineLexer(plain.defaults, new AttributeTokenizer());
  const tokens: Token[] = [];
  guard(
    () => locate(0, 1),
    report,
    () => withTimeLimit(inlineLimit, () => lexer.inlineTokens(text, tokens)),
  );
  return tokens;
}

function lexText(lexer: Lexer, text: string, locate: Locate, report: Report): Result {
  const own = new Report();
  const read = () => lexer.tokens.reduce((sum, token) => sum + token.raw.length, 0);
  const lexBlocks = () => void lexer.blockTokens(text, lexer.tokens);
  const isLong = text.length > longFile;
  guard(
    () => locate(read(), 1),
    own,
    () => (isLong ? withTimeLimit(blockLimit, lexBlocks) : lexBlocks()),
  );
  lexInlines(lexer, text, locate, own);
  const { diagnostics } = own;
  report.addAll(diagnostics);
  const { links } = lexer.tokens;
  return {
    tokens: nestTokens(lexer.tokens),
    definitions: Object.keys(links).length > 0 ? JSON.stringify(links) : '',
    hasErrors: diagnostics.length > 0,
  };
}

function lexInlines(lexer: Lexer, text: string, locate: Locate, report: Report): void {
  const end = now() + blockLimit;
  for (const { src, tokens } of lexer.inlineQueue) {
    const lexInline = () => void lexer.inlineTokens(src, tokens);
    if (src.length <= longText && !/[*_[~]{50}/.test(src)) lexInline();
    else {
      const limit = Math.max(1, Math.min(inlineLimit, Math.round(end - now())));
      const blame = () => locate(Math.max(0, text.indexOf(src.slice(0, 80))), 1);
      // What was read in time differs from run to run.
      if (!guard(blame, report, () => withTimeLimit(limit, lexInline))) tokens.length = 0;
      if (!isDeep(tokens)) continue;
      report.add('nesting-limit', blame(), 'emphasis or links nested too deeply', 'simplify it');
      tokens.length = 0;
    }
  }
}

/** Milliseconds of a monotonic clock. Accessing `performance` would load it. */
function now(): number {
  return process.uptime() * 1000;
}

/** Whether tokens are nested too deeply for recursion. */
function isDeep(tokens: readonly Token[], left = 100): boolean {
  if (left === 0) return true;
  return tokens.some(
    (token) => 'tokens' in token && token.tokens && isDeep(token.tokens, left - 1),
  );
}

/** Runs a part of the lexing; reports and returns false if it runs out of time or stack. */
function guard(blame: () => Span, report: Report, task: () => void): boolean {
  const hint = 'simplify or split it';
  try {
    task();
    return true;
  } catch (error) {
    if (error instanceof TimeLimitError) {
      report.add('time-limit', blame(), 'this block takes too long to read', hint);
    } else if (isStackOverflow(error)) {
      report.add('nesting-limit', blame(), 'this block is nested too deeply', hint);
    } else throw error;
    return false;
  }
}
