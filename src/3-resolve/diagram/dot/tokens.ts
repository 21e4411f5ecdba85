/** A token of DOT at its place in the text. Its meaning is Graphviz' matter. */
export interface DotToken {
  /** `html`: a label in angle brackets; `open`: a quote or an angle bracket that is never closed. */
  readonly kind: 'name' | 'quoted' | 'html' | 'mark' | 'open';
  /** Without quotes. */
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

const pattern =
  /\s+|\/\/[^\n]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*)|^#[^\n]*|(?<quoted>"(?:[^"\\]|\\[\s\S])*")|(?<name>-?(?:\.\d+|\d+(?:\.\d*)?)|[\p{L}\p{N}_\u0080-\uffff]+)|(?<mark>->|--|<|[^<])/gmu;

/** Splits DOT into tokens, to find places in it. */
export function readTokens(text: string): readonly DotToken[] {
  const tokens: DotToken[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { index: start, groups = {} } = match;
    const [raw] = match;
    const { length } = raw;
    if (groups['quoted'] !== undefined) {
      const inner = raw
        .slice(1, -1)
        .replace(/\\\r?\n/g, '')
        .replaceAll('\\"', '"');
      tokens.push({ kind: 'quoted', text: inner, start, length });
    } else if (groups['name'] !== undefined) {
      tokens.push({ kind: 'name', text: raw, start, length });
    } else if (raw === '<') {
      const end = endOfHtml(text, start);
      if (end === undefined) {
        tokens.push({ kind: 'open', text: raw, start, length });
        break;
      }
      tokens.push({
        kind: 'html',
        text: text.slice(start + 1, end - 1),
        start,
        length: end - start,
      });
      pattern.lastIndex = end;
    } else if (groups['mark'] !== undefined) {
      tokens.push({ kind: raw === '"' ? 'open' : 'mark', text: raw, start, length });
      if (raw === '"') break;
    }
  }
  return tokens;
}

function endOfHtml(text: string, start: number): number | undefined {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text.startsWith('<!--', i)) {
      const end = text.indexOf('-->', i + 4);
      if (end < 0) return undefined;
      i = end + 2;
    } else if (text[i] === '<') depth++;
    else if (text[i] === '>' && --depth === 0) return i + 1;
  }
  return undefined;
}

/** The offsets in a text at which its graphs start: the first, and each after a closed one. */
export function startsOfGraphs(tokens: readonly DotToken[]): readonly number[] {
  const starts: number[] = [0];
  let depth = 0;
  for (const [i, { kind, text, start, length }] of tokens.entries()) {
    if (kind !== 'mark') continue;
    if (text === '{') depth++;
    if (text !== '}' || --depth !== 0) continue;
    const next = tokens[i + 1];
    if (next?.kind === 'name' && /^(?:strict|graph|digraph)$/i.test(next.text)) {
      starts.push(start + length);
    }
  }
  return starts;
}
