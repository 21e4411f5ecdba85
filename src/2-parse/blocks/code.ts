import type { Tokens } from 'marked';
import type { Attributes, Chart, Code } from '../../deck.ts';
import { suggest } from '../../diagnostics.ts';
import { attributeKeys, noAttributes, readAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { decode } from '../inline.ts';
import { readSample } from '../sample.ts';
import type { SourceMap } from '../source-map.ts';
import { parseChart } from './chart.ts';

/** What stands after the backticks: `ts {1|3-5} title="a.ts" src=./a.ts#region {.class}`. */
interface Info {
  readonly braces: readonly Piece[];
  readonly options: ReadonlyMap<string, Piece>;
}

/** A stretch of the block's `raw`. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

/** A fence or an indented block. A `chart` fence becomes a chart. */
export function parseCode(
  token: Tokens.Code,
  map: SourceMap,
  context: SlideContext,
): readonly (Code | Chart)[] {
  const span = map.span(0, token.raw.split('\n')[0]?.length ?? 1);
  if (token.codeBlockStyle === 'indented') {
    const text = token.text.replace(/\n+$/, '');
    return [{ kind: 'code', span, attributes: noAttributes, language: '', text, steps: [] }];
  }
  reportUnclosed(token, map, context);
  if (/^chart(?:\s|$)/.test(token.lang ?? '')) return parseChart(token, map, context);
  const info = readInfo(token.raw, map, context);
  const source = info.options.get('src');
  // Where a blank line ends a block, the lexer counts the line end above the fence to the text.
  const own = token.text.replace(/\n$/, '');
  const text = source ? readSource(source, token, map, context) : own;
  const { attributes, steps } = readBraces(info, text, map, context);
  const title = info.options.get('title')?.text;
  const language = decode(/^[^\s{]*/.exec(token.lang ?? '')?.[0].toLowerCase() ?? '');
  const code: Code = {
    kind: 'code',
    span,
    attributes,
    language,
    text,
    steps,
    ...(title && { title }),
  };
  context.code.push(code);
  return [code];
}

function reportUnclosed(token: Tokens.Code, map: SourceMap, context: SlideContext): void {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(token.raw)?.[1] ?? '```';
  const end = /(?:^|\n) {0,3}(`{3,}|~{3,})[ \t]*\n*$/.exec(token.raw)?.[1] ?? '';
  if (token.raw.trimEnd().includes('\n') && end.startsWith(fence)) return;
  const at = token.raw.indexOf(fence);
  context.report.add(
    'fence-unclosed',
    map.span(at, fence.length),
    'this code block has no end',
    `close it with a line of ${fence}`,
  );
}

const word = /[ \t]*(?:\{([^{}\n]*)\}|([A-Za-z][\w-]*)=(?:"([^"\n]*)"|(\S+))|(\S+))/y;

function readInfo(raw: string, map: SourceMap, context: SlideContext): Info {
  const fence = /^ {0,3}(?:`{3,}|~{3,})[ \t]*([^\s{]*)/.exec(raw)?.[0] ?? '';
  const line = raw.split('\n')[0]?.trimEnd() ?? '';
  const braces: Piece[] = [];
  const options = new Map<string, Piece>();
  word.lastIndex = fence.length;
  while (word.lastIndex < line.length) {
    const from = word.lastIndex;
    const match = word.exec(line);
    if (!match) break;
    const [whole, inBraces, key, quoted, bare, other] = match;
    const start = from + whole.length - whole.trimStart().length;
    const span = map.span(start, whole.trim().length);
    if (inBraces !== undefined) braces.push({ text: inBraces, start: start + 1 });
    else if (key === 'title' || key === 'src') {
      const text = quoted ?? bare ?? '';
      options.set(key, { text, start: start + key.length + (quoted === undefined ? 1 : 2) });
    } else if (key !== undefined) {
      context.report.add(
        'attribute-invalid',
        span,
        `unknown option "${key}"`,
        suggest(key, ['title', 'src']),
      );
    } else if (other?.startsWith('{')) {
      context.report.add('attribute-invalid', span, 'a brace is not closed');
    }
  }
  return { braces, options };
}

function readBraces(
  info: Info,
  text: string,
  map: SourceMap,
  context: SlideContext,
): { attributes: Attributes; steps: Code['steps'] } {
  let attributes = noAttributes;
  let steps: Code['steps'] = [];
  for (const piece of info.braces) {
    if (/^\s*(?:\d|all\b|\|)/.test(piece.text)) {
      steps = readSteps(piece, text.split('\n').length, map, context);
    } else {
      attributes = readAttributes(piece.text, map.from(piece.start), attributeKeys.none, context);
    }
  }
  return { attributes, steps };
}

/** `1|3-5,8|all`: a step between bars, lines and ranges between commas. */
function readSteps(
  piece: Piece,
  lineCount: number,
  map: SourceMap,
  context: SlideContext,
): Code['steps'] {
  const steps: (readonly number[] | 'all')[] = [];
  let at = piece.start;
  for (const part of piece.text.split('|')) {
    const step = part.trim() === 'all' ? 'all' : readLines(part, lineCount);
    if (step !== undefined) steps.push(step);
    else {
      const span = map.span(at, Math.max(1, part.length));
      const hint = `lines are written 3, 3-5 or 1,4-6, and this block has ${lineCount}; "all" is all of them`;
      context.report.add('code-lines', span, `"${part}" names no lines of this block`, hint);
    }
    at += part.length + 1;
  }
  return steps;
}

function readLines(part: string, lineCount: number): readonly number[] | undefined {
  const lines: number[] = [];
  for (const range of part.split(',')) {
    const match = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(range);
    const first = Number(match?.[1] ?? 0);
    const last = Number(match?.[2] ?? first);
    if (first < 1 || last < first || last > lineCount) return undefined;
    for (let line = first; line <= last; line++) lines.push(line);
  }
  return lines;
}

function readSource(
  source: Piece,
  token: Tokens.Code,
  map: SourceMap,
  context: SlideContext,
): string {
  if (token.text.trim() !== '') {
    const span = map.span(source.start, source.text.length);
    context.report.add('code-region', span, 'a code block with src= has no text of its own');
  }
  return readSample(source.text, map.from(source.start), context);
}
