import { existsSync } from 'node:fs';
import path from 'node:path';
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-protocol';
import { divide } from '../../2-parse/blocks/chart.ts';
import { csvCell } from '../../base/text/csv-cell.ts';
import type { DeckText, Workspace } from '../decks/workspace.ts';
import { withLineEndsOf } from '../text/line-ends.ts';
import { rangeOfLines } from '../text/positions.ts';
import { cellsOf } from '../text/table.ts';

/** Turns a table into a chart, or takes the data of a chart out into a file. */
export function tableActions(text: DeckText, range: Range, workspace: Workspace): CodeAction[] {
  const region = text.scanned.regions.findLast(
    ({ kind, first, last }) =>
      /^(?:table|fence)$/.test(kind) && first <= range.start.line && range.start.line <= last,
  );
  if (!region || text.contents.source.dialect !== 'lectern') return [];
  const lines = text.scanned.lines.slice(region.first, region.last + 1);
  const whole = rangeOfLines(region.first, region.last, lines.at(-1) ?? '');
  if (region.kind === 'table') return chartAction(lines, whole, text);
  return region.info.startsWith('chart') && !region.isOpen
    ? dataAction(lines, whole, text, workspace)
    : [];
}

function chartAction(lines: readonly string[], range: Range, text: DeckText): CodeAction[] {
  const rows = lines.filter((_, i) => i !== 1).map(cellsOf);
  const numbers = rows
    .slice(1)
    .some((row) => row.slice(1).some((cell) => /^[-+]?[$€£]?\d/.test(cell)));
  if (rows.length < 2 || !numbers || lines.some((line) => !line.includes('|'))) return [];
  const csv = rows.map((row) => row.map((cell) => csvCell(plainCell(cell))).join(','));
  const newText = withLineEndsOf(text.document, ['```chart bar', ...csv, '```'].join('\n'));
  const title = 'Convert the table into a chart';
  const edit = { changes: { [text.uri]: [{ range, newText }] } };
  return [{ title, kind: CodeActionKind.RefactorRewrite, edit }];
}

function plainCell(cell: string): string {
  return cell.replace(/\*\*|__|`/g, '').replaceAll('\\|', '|');
}

function dataAction(
  lines: readonly string[],
  range: Range,
  text: DeckText,
  workspace: Workspace,
): CodeAction[] {
  const { yaml, data } = divide(lines.slice(1, -1).join('\n'));
  if (data.trim() === '' || !text.uri.startsWith('file:')) return [];
  const name = freeName(text.file);
  const uri = workspace.uriOf(path.resolve(path.dirname(text.file), name));
  const settings = yaml.trim() === '' ? [] : [yaml.trim()];
  const written = [lines[0], `data: ${name}`, ...settings, lines.at(-1)].join('\n');
  const fence = withLineEndsOf(text.document, written);
  const content = `${data.trim()}\n`;
  const start = { line: 0, character: 0 };
  const documentChanges = [
    { kind: 'create' as const, uri },
    {
      textDocument: { uri, version: null },
      edits: [{ range: { start, end: start }, newText: content }],
    },
    {
      textDocument: { uri: text.uri, version: text.document.version },
      edits: [{ range, newText: fence }],
    },
  ];
  const title = `Move the data of the chart to ${name}`;
  return [{ title, kind: CodeActionKind.RefactorExtract, edit: { documentChanges } }];
}

/** `talk-data.csv`, or with the first free number. */
function freeName(file: string): string {
  const stem = path.parse(file).name;
  for (let number = 1; ; number++) {
    const name = `${stem}-data${number === 1 ? '' : `-${number}`}.csv`;
    if (!existsSync(path.resolve(path.dirname(file), name))) return name;
  }
}
