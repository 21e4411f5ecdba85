import type { Token } from 'marked';
import {
  type Braces,
  type OwnLine,
  splitTrailingBraces,
  takeOwnLine,
} from './attributes/braces.ts';
import { isChartComment } from './chart/comment.ts';
import type { BlockToken } from '../1-load/lexing/block-extensions.ts';

/**
 * The tokens of one block: a single one, those from `:::` to `:::`, or a chart's comment and its
 * table; and the braces under it.
 */
export interface Unit {
  readonly first: BlockToken;
  /** What stands between `:::` and `:::`, or behind a chart's comment up to its table. */
  readonly inner: readonly BlockToken[];
  /** Whether an end was found. */
  readonly isClosed: boolean;
  /** The attributes under the block, with their start in the joined `raw` of the unit. */
  readonly braces?: Braces;
  readonly raw: string;
  /** The index of the token behind it. */
  readonly end: number;
}

/** Reads the block that begins with the token at `start`. */
export function readUnit(tokens: readonly BlockToken[], start: number): Unit {
  const token = tokens[start] as BlockToken;
  if (isChartComment(token)) return readChartUnit(tokens, start);
  const close = token.type === 'open' ? findClose(tokens, start) : start;
  const end = Math.min(close + 1, tokens.length);
  const inner = tokens.slice(start + 1, close);
  const raw = joinRaw(tokens.slice(start, end));
  const own = takeOwnLine(token as Token) as OwnLine<BlockToken>;
  const unit = { first: own.token, inner, isClosed: close < tokens.length, raw, end };
  if (own.braces) return { ...unit, braces: own.braces };
  const next = tokens[end];
  const braces = bracesUnder(raw, next);
  return braces && next ? { ...unit, braces, raw: raw + next.raw, end: end + 1 } : unit;
}

/** A chart's comment, and the table that follows it. */
function readChartUnit(tokens: readonly BlockToken[], start: number): Unit {
  const first = tokens[start] as BlockToken;
  const next = tokens.findIndex(({ type }, index) => index > start && type !== 'space');
  const table = tokens[next];
  if (table?.type !== 'table') {
    return { first, inner: [], isClosed: true, raw: first.raw, end: start + 1 };
  }
  const own = takeOwnLine(table) as OwnLine<BlockToken>;
  const before = joinRaw(tokens.slice(start, next));
  return {
    first,
    inner: [...tokens.slice(start + 1, next), own.token],
    isClosed: true,
    raw: before + table.raw,
    end: next + 1,
    ...(own.braces && { braces: { ...own.braces, start: before.length + own.braces.start } }),
  };
}

/** Braces that Markdown takes for a paragraph, as what stands above them cannot go on. */
function bracesUnder(above: string, token: BlockToken | undefined): Braces | undefined {
  if (token?.type !== 'paragraph' || /(?:^|\n)[ \t]*\n$/.test(above)) return undefined;
  const { tokens, braces } = splitTrailingBraces(token.tokens);
  if (!braces || tokens.length > 0) return undefined;
  return { ...braces, start: above.length + token.raw.indexOf('{') + 1 };
}

/** The index of the line that closes the block opened at `start`, or the number of tokens. */
function findClose(tokens: readonly BlockToken[], start: number): number {
  const open: number[] = [];
  for (let i = start; i < tokens.length; i++) {
    const token = tokens[i] as BlockToken;
    if (token.type === 'open') open.push(token.colons);
    else if (token.type === 'close' && open.includes(token.colons)) {
      open.length = open.lastIndexOf(token.colons);
      if (open.length === 0) return i;
    }
  }
  return tokens.length;
}

function joinRaw(tokens: readonly BlockToken[]): string {
  return tokens.map(({ raw }) => raw).join('');
}
