import type { Tokens } from 'marked';
import type { Attributes, Chart, Code, Diagram, Formula, Qr, Table } from '../../model/blocks.ts';
import {
  attributeUses,
  mergeAttributes,
  noAttributes,
  readAttributes,
} from '../attributes/attributes.ts';
import { type InvalidMark, readChanges } from '../fences/code-changes.ts';
import { type FenceInfo, type Piece, readFenceInfo } from '../fences/fence-info.ts';
import { readFenceOptions } from '../fences/fence-options.ts';
import { readSample } from '../fences/sample.ts';
import { decode } from '../inline/text.ts';
import { fillIn } from '../inline/variables.ts';
import type { Source } from '../source.ts';
import { parseChart } from './chart.ts';
import { parseDataTable } from './data-table.ts';
import { diagramLanguages, parseDiagram } from './diagram.ts';
import { parseMathFence } from './formula.ts';
import { parseQr } from './qr.ts';

/**
 * Parses a fenced or indented code block. A `chart` fence is a chart, a `table` fence a
 * table, a `math` fence a formula, a `qr` fence a
 * QR code; a `dot` or `mermaid` fence is a diagram, unless it has the class `code`.
 *
 * @param own the attributes on the line below it
 */
export function parseCode(
  token: Tokens.Code,
  own: Attributes,
  source: Source,
): readonly (Code | Chart | Diagram | Formula | Qr | Table)[] {
  const span = source.span(0, token.raw.split('\n')[0]?.trimEnd().length || 1);
  if (token.codeBlockStyle === 'indented') {
    return [{ ...plainCode, span, text: token.text.replace(/\n+$/, '') }];
  }
  reportUnclosed(token, source);
  const info = readFenceInfo(token.raw);
  if (info.language.text === 'chart') return parseChart(token, info, source);
  if (isDataTable(info)) return parseDataTable(token, info, own, source);
  if (info.language.text === 'math') return parseMathFence(token, info, own, source);
  if (info.language.text === 'qr') return parseQr(token, info, source);
  if (isDiagram(info)) return parseDiagram(token, info, source);
  const { title, src } = readFenceOptions(info, ['title', 'src'], shape, source);
  // If a blank line ends the block, the lexer includes the line feed before the fence in the text.
  const given = token.text.replace(/\n$/, '');
  const written = src ? readSource(src, token, source) : given;
  const language = languageOf(token, src);
  const { text, changes, invalidMarks } = readChanges(written, language);
  for (const invalid of invalidMarks) reportMark(invalid, token, src, source);
  const { attributes, steps } = readFenceAttributes(info, text, source);
  const numbers = attributes.values.get('numbers');
  const code: Code = {
    ...plainCode,
    span,
    attributes,
    steps,
    language,
    text,
    changes,
    wraps: attributes.values.has('wrap'),
    ...(numbers !== undefined && { firstNumber: Number(numbers || 1) }),
    ...(title && { title: fillIn(title.text, source.from(title.start)) }),
  };
  source.findings.code.push(code);
  return [code];
}

const plainCode = {
  kind: 'code',
  attributes: noAttributes,
  language: '',
  steps: [],
  wraps: false,
  changes: new Map(),
} as const;

/** The span of the marker; in a sample, the span of the sample's file name. */
function reportMark(
  invalid: InvalidMark,
  token: Tokens.Code,
  src: Piece | undefined,
  source: Source,
): void {
  const { line, start, mark, hint } = invalid;
  const lines = token.raw.split('\n');
  const above = lines.slice(0, line + 1).reduce((sum, { length }) => sum + length + 1, 0);
  const span = src
    ? source.span(src.start, src.text.length)
    : source.span(above + start, mark.length);
  source.report.add('code-mark', span, `"${mark}" marks nothing`, hint);
}

/** Unless it has the class `code`. */
function isDataTable({ language, attributeLists }: FenceInfo): boolean {
  return language.text === 'table' && !hasClassCode(attributeLists);
}

function hasClassCode(attributeLists: FenceInfo['attributeLists']): boolean {
  return attributeLists.some(({ text }) => /(?:^|\s)\.code(?:\s|$)/.test(text));
}

function isDiagram({ language, attributeLists }: FenceInfo): boolean {
  const isOne = diagramLanguages.some((known) => known === language.text);
  return isOne && !hasClassCode(attributeLists);
}

/** The title as written, or the name of the sample's file. */
function languageOf(token: Tokens.Code, src: Piece | undefined): string {
  const written = /^(?![\w-]+=)[^\s{]+/.exec(token.lang ?? '')?.[0];
  const ending = /\.(\w+)(?:#|$)/.exec(src?.text ?? '')?.[1];
  return decode(written ?? ending ?? '').toLowerCase();
}

function reportUnclosed(token: Tokens.Code, source: Source): void {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(token.raw)?.[1] ?? '```';
  const end = /(?:^|\n) {0,3}(`{3,}|~{3,})[ \t]*\n*$/.exec(token.raw)?.[1] ?? '';
  if (token.raw.trimEnd().includes('\n') && end.startsWith(fence)) return;
  const span = source.span(token.raw.indexOf(fence), fence.length);
  const hint = `close it with a line of ${fence}`;
  source.report.add('fence-unclosed', span, 'this code block is not closed', hint);
}

const shape = 'after the language: {lines}, {numbers}, {wrap}, {.class}, title="…" and src=…';

function readFenceAttributes(
  info: FenceInfo,
  text: string,
  source: Source,
): { readonly attributes: Attributes; readonly steps: Code['steps'] } {
  let attributes = noAttributes;
  let steps: Code['steps'] | undefined;
  const isStepped = info.attributeLists.some(
    ({ text: list }) => isStepList(list) && list.includes('|'),
  );
  const use = { ...attributeUses.code, isStep: isStepped };
  for (const piece of info.attributeLists) {
    const at = source.from(piece.start);
    const engine = engineIn(piece, info);
    if (engine !== undefined) {
      const hint = `to show the code, write \`\`\`${engine}`;
      const span = at.span(0, piece.text.length);
      source.report.add(
        'attribute-invalid',
        span,
        `"{${piece.text}}" would run code, which a deck does not`,
        hint,
      );
    } else if (!isStepList(piece.text)) {
      const own = readAttributes(piece.text, at, use);
      attributes = mergeAttributes(attributes, own);
    } else if (steps) {
      const span = at.span(0, piece.text.length);
      const hint = 'put all steps into one pair of braces: {1|3-5|all}';
      source.report.add('code-lines', span, 'the lines are set twice', hint);
    } else steps = readSteps(piece, text.split('\n').length, source);
  }
  return { attributes, steps: steps ?? [] };
}

/** Whether a list in braces names lines, not attributes. */
function isStepList(list: string): boolean {
  return /^\s*(?:\d|(?:all|none)\b|\|)/.test(list);
}

/** The language in braces that makes other tools run the code: `{r}`, `{python}`, `{r, echo=FALSE}`. */
function engineIn({ text }: Piece, { language }: FenceInfo): string | undefined {
  const name = /^\s*([A-Za-z][\w+#-]*)(?=\s*(?:[,\s]|$))/.exec(text)?.[1];
  const isKey = name === undefined || ['numbers', 'wrap'].includes(name);
  return !isKey && (language.text === '' || language.text === name) ? name : undefined;
}

/** `1|3-5,8|all`: a step between bars, lines and ranges between commas. */
function readSteps(piece: Piece, lineCount: number, source: Source): Code['steps'] {
  const steps: (readonly number[] | 'all')[] = [];
  let at = piece.start;
  for (const part of piece.text.split('|')) {
    const step = readStep(part.trim(), lineCount);
    if (step !== undefined) steps.push(step);
    else {
      const span = source.span(at, Math.max(1, part.length));
      const hint = `lines are written 3, 3-5 or 1,4-6, and this block has ${lineCount}; "all" is all of them`;
      source.report.add('code-lines', span, `"${part}" names no lines of this block`, hint);
    }
    at += part.length + 1;
  }
  return steps;
}

/** Lines, `all` of them, or `none`: all are dimmed. */
function readStep(part: string, lineCount: number): Code['steps'][number] | undefined {
  if (part === 'none') return [];
  return part === 'all' ? part : readLines(part, lineCount);
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

function readSource(src: Piece, token: Tokens.Code, source: Source): string {
  if (token.text.trim() !== '') {
    const span = source.span(src.start, src.text.length);
    const hint = 'leave the block empty, or take src= away';
    source.report.add('code-region', span, 'a code block with src= has no text of its own', hint);
  }
  return readSample(src.text, source.from(src.start));
}
