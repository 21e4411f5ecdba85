import type { Origins, Span, TextFile } from '../model/source.ts';

/** Line starts of each file, found once. */
const lineTables = new WeakMap<TextFile, readonly number[]>();

/** The span of `length` characters from `offset` on in a file's text. */
export function spanAt(file: TextFile, offset: number, length: number): Span {
  const starts = lineStarts(file);
  const index = lastAtOrBelow(starts, offset);
  const column = offset - (starts[index] ?? 0) + 1;
  return { file: file.path, line: index + 1, column, length };
}

/** The span of the author's text that a span of a translated text comes from. */
export function originalSpan(file: TextFile, span: Span): Span {
  const { origins } = file;
  if (!origins) return span;
  const start = offsetOf(file, span);
  const from = originalOffset(file.text, origins, start);
  const { author } = origins;
  const original = spanAt(author, from, 1);
  const lineEnd = author.text.indexOf('\n', from);
  const room = (lineEnd < 0 ? author.text.length : lineEnd) - from;
  const end = originalOffset(file.text, origins, start + span.length);
  const length = (end > from ? end : sourceBelow(origins, start, from)) - from;
  return { ...original, length: Math.max(1, Math.min(length, room)) };
}

/** Where the text that a translated text replaces ends. */
function sourceBelow({ offsets, sources }: Origins, offset: number, from: number): number {
  const index = lastAtOrBelow(offsets, offset);
  for (let i = index + 1; i < sources.length; i++) {
    const source = sources[i] ?? 0;
    if (source > from) return source;
  }
  return from;
}

/**
 * Text that replaces another comes from where that begins, and text that was inserted from the end of the text before
 * it.
 */
export function originalOffset(text: string, origins: Origins, offset: number): number {
  const { offsets, sources } = origins;
  const index = lastAtOrBelow(offsets, offset);
  const [start = 0, at = 0, next] = [offsets[index], sources[index], sources[index + 1]];
  const same = Math.max(0, Math.min(offset - start, unchangedLength(text, origins, index)));
  return next !== undefined && next >= at ? Math.min(at + same, next) : at + same;
}

/** For each stretch that was looked up: lines are long, and there are spans all over them. */
const unchangedLengths = new WeakMap<Origins, Map<number, number>>();

/** How many characters of a stretch of a translated text are the author's, from its start on. */
function unchangedLength(text: string, origins: Origins, index: number): number {
  const known = unchangedLengths.get(origins) ?? new Map<number, number>();
  unchangedLengths.set(origins, known);
  const found = known.get(index);
  if (found !== undefined) return found;
  const { author, offsets, sources } = origins;
  const [start = 0, at = 0, end = text.length] = [
    offsets[index],
    sources[index],
    offsets[index + 1],
  ];
  let length = 0;
  while (start + length < end && text[start + length] === author.text[at + length]) length++;
  known.set(index, length);
  return length;
}

/** The offset at which a span begins in its file's text. */
export function offsetOf(file: TextFile, span: Pick<Span, 'line' | 'column'>): number {
  return (lineStarts(file)[span.line - 1] ?? 0) + span.column - 1;
}

/** A cell of a workbook as a span: its line is the row, its column the column. */
export function spanOfCell(path: string, sheet: string, row: number, column: number): Span {
  return { file: path, line: row, column, length: 1, cell: `${sheet}!${cellName(row, column)}` };
}

/** `B7` for row 7, column 2. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters + row;
}

/** The span of the first character of a file, for errors that concern the whole file. */
export function spanOfFile(path: string): Span {
  return { file: path, line: 1, column: 1, length: 1 };
}

/** The span of a part of a text that was taken from a file. @param lines the span of each of its lines */
export function spanInLines(
  lines: readonly Span[],
  start: number,
  length: number,
): Span | undefined {
  let offset = start;
  for (const [i, line] of lines.entries()) {
    const isLast = i === lines.length - 1;
    if (offset <= line.length || isLast) {
      const column = line.column + Math.min(offset, line.length);
      return { ...line, column, length: Math.max(1, Math.min(length, line.length - offset)) };
    }
    offset -= line.length + 1;
  }
  return undefined;
}

/** The first line of a text that is not empty. */
export function firstLineOf(lines: readonly Span[]): Span | undefined {
  return lines.find(({ length }) => length > 0) ?? lines[0];
}

/** The offset of each line in the text of a file. */
export function lineStarts(file: TextFile): readonly number[] {
  const known = lineTables.get(file);
  if (known) return known;
  const starts = [0];
  for (let at = file.text.indexOf('\n'); at >= 0; at = file.text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  lineTables.set(file, starts);
  return starts;
}

/** The index of the last number in an ascending list that is at most `limit`. */
export function lastAtOrBelow(rising: readonly number[], limit: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rising[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
