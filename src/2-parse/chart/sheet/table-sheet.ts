import type { Tokens } from 'marked';
import { parseInlines } from '../../inline/inline.ts';
import { plainText } from '../../inline/plain-text.ts';
import type { Source } from '../../source.ts';
import type { ChartReport } from '../chart-report.ts';
import type { DataSettings } from '../data/data-keys.ts';
import type { Cell } from './csv.ts';
import { checkSheet, type Sheet } from './sheet.ts';

/** Reads a Markdown table as chart data: the text of its cells, without markup such as `**`. */
export function readTableSheet(
  token: Tokens.Table,
  source: Source,
  { decimal, dates }: DataSettings,
  report: ChartReport,
): Sheet | undefined {
  const lines = token.raw.trimEnd().split('\n');
  const starts: number[] = [];
  for (let i = 0, at = 0; i < lines.length; at += (lines[i++]?.length ?? 0) + 1) starts.push(at);
  const readRow = (cells: readonly Tokens.TableCell[], index: number): readonly Cell[] =>
    splitRow(lines[index] ?? '', starts[index] ?? 0).map((cell, i) => {
      const { tokens } = cells[i] ?? { tokens: undefined };
      if (!tokens) return cell;
      return { ...cell, text: plainText(parseInlines(tokens, source.from(cell.start))) };
    });
  const raw = {
    header: readRow(token.header, 0),
    // The second line is the delimiter row.
    rows: token.rows.map((row, i) => readRow(row, i + 2)),
    locate: (offset: number, length: number) => source.span(offset, length),
  };
  const sheet = checkSheet(raw, report, 'write \\| for a literal "|"', {
    decimal,
    hasPoints: true,
  });
  return sheet && { ...sheet, ...(dates && { dates }) };
}

/** The cells of a line, which are separated by unescaped bars. */
function splitRow(line: string, lineStart: number): readonly Cell[] {
  const parts = [...line.matchAll(/((?:[^|\\]|\\.|\\$)*)(\||$)/g)]
    .map(({ index, 1: part = '' }) => ({ index, part }))
    .filter(({ index }) => index < line.length || line === '');
  if (parts[0]?.part.trim() === '' && parts.length > 1) parts.shift();
  return parts.map(({ index, part }) => {
    const text = part.trim();
    const lead = part.length - part.trimStart().length;
    return { text, start: lineStart + index + lead, length: text.length };
  });
}
