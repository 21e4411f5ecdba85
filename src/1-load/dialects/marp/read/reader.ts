import MarkdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it';
import { findComment } from './comment.ts';

/** A stretch of a block's inline text that one rule of the parser has read. */
export interface Hit {
  readonly rule: string;
  /** Offsets in the text of the block. */
  readonly start: number;
  readonly end: number;
  /** The offset after the text of a link. */
  readonly labelEnd?: number;
}

/** The Markdown of a deck as Marp's own parser reads it. */
export interface MarpTokens {
  readonly tokens: readonly Token[];
  /** By the children of an inline token. */
  readonly hits: ReadonlyMap<readonly Token[] | null, readonly Hit[]>;
}

/** @param breaks whether a line end is a line break */
export function readTokens(text: string, breaks: boolean): MarpTokens {
  const hits = new Map<readonly Token[] | null, Hit[]>();
  const md = new MarkdownIt('commonmark', { breaks, html: true });
  md.enable(['table', 'strikethrough']);
  md.block.ruler.before('html_block', 'math', readMathBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.block.ruler.before('html_block', 'comment', (...args) => readBlock(comment, ...args));
  md.block.ruler.before('html_block', 'style', (...args) => readBlock(style, ...args));
  md.inline.ruler.before('html_inline', 'comment', readComment);
  md.inline.ruler.before('escape', 'math', readMath);
  for (const { name, fn } of md.inline.ruler.__rules__) {
    md.inline.ruler.at(name, (state, silent) => recordHit(name, fn, state, silent, hits));
  }
  return { tokens: md.parse(text, {}), hits };
}

function recordHit(
  rule: string,
  read: (state: StateInline, silent: boolean) => boolean,
  state: StateInline,
  silent: boolean,
  hits: Map<readonly Token[] | null, Hit[]>,
): boolean {
  const { pos: start, tokens } = state;
  const isLink = !silent && rule === 'link' && state.src[start] === '[';
  const label = isLink ? state.md.helpers.parseLinkLabel(state, start, true) : -1;
  const isRead = read(state, silent);
  if (!isRead || silent) return isRead;
  const found = hits.get(tokens) ?? [];
  found.push({ rule, start, end: state.pos, ...(label >= 0 && { labelEnd: label + 1 }) });
  hits.set(tokens, found);
  return true;
}

/** A block that begins with one pattern, and ends with the line that has another, whatever is between. */
interface RawBlock {
  readonly type: string;
  readonly opens: RegExp;
  readonly closes: RegExp;
}

const comment: RawBlock = { type: 'comment', opens: /^<!--/, closes: /-->/ };
const style: RawBlock = { type: 'style', opens: /^<style(?=\s|>|$)/i, closes: /<\/style>/i };

function readBlock(
  { type, opens, closes }: RawBlock,
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const lineAt = (line: number) =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  if (!opens.test(lineAt(startLine))) return false;
  if (silent) return true;
  let next = startLine + 1;
  for (let line = startLine; !closes.test(lineAt(line)); line = next++) {
    if (next >= endLine || (state.sCount[next] ?? 0) < state.blkIndent) break;
  }
  state.line = next;
  const token = state.push(type, '', 0);
  token.map = [startLine, next];
  token.content = state.getLines(startLine, next, state.blkIndent, true);
  token.meta = { isClosed: closes.test(lineAt(next - 1)) };
  return true;
}

function readComment(state: StateInline, silent: boolean): boolean {
  const found = findComment(state.src.slice(state.pos));
  if (!found) return false;
  if (!silent) state.push('comment', '', 0).content = found.raw;
  state.pos += found.raw.length;
  return true;
}

/** A formula from a line that begins with `$$` to one that ends with it. */
function readMathBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const lineAt = (line: number) =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  const first = lineAt(startLine);
  if (!first.startsWith('$$')) return false;
  const closes = (line: number) =>
    /\$\$\s*$/.test(line === startLine ? first.slice(2) : lineAt(line));
  let last = startLine;
  while (last < endLine && !closes(last)) last++;
  if (last === endLine) return false;
  if (silent) return true;
  state.line = last + 1;
  const token = state.push('math', '', 0);
  token.map = [startLine, last + 1];
  return true;
}

function readMath(state: StateInline, silent: boolean): boolean {
  const formula = /\$\$(?:\\.|[^\\$])+?\$\$|\$(?![\s$])(?:\\.|[^\\$])*?(?<!\s)\$(?!\d)/suy;
  formula.lastIndex = state.pos;
  const [found] = formula.exec(state.src) ?? [];
  if (found === undefined) return false;
  if (!silent) state.push('math', '', 0);
  state.pos += found.length;
  return true;
}
