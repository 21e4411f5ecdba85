import type { CompletionItem } from 'vscode-languageserver-protocol';
import { divide } from '../../2-parse/blocks/chart.ts';
import { parseCsv } from '../../2-parse/chart/sheet/csv.ts';
import { findDelimiter } from '../../2-parse/chart/sheet/delimiter.ts';
import type { DataFile } from '../../model/data.ts';
import type { Region } from '../text/scan.ts';
import type { CompletionContext } from './context.ts';
import { completeYaml } from './yaml-completion.ts';

/** Completes the settings of a chart; nothing in its data. */
export function completeChart(
  region: Region,
  context: CompletionContext,
): readonly CompletionItem[] {
  const { lines } = context.scanned;
  const above = lines.slice(region.first + 1, context.line);
  const isInData = above.some((line, i) => line.trim() === '' && above.slice(0, i).some(isKey));
  if (isInData || (above.length > 0 && !above.some(isKey) && above.some((line) => line.trim()))) {
    return [];
  }
  return completeYaml('chart', [...above, context.before], context, () =>
    columnsOf(region, context),
  );
}

function isKey(line: string): boolean {
  return /^[A-Za-z]\w*[ \t]*:/.test(line);
}

/** The names of the columns of the data in the fence, or in the file that it names. */
function columnsOf({ first, last }: Region, { scanned, deck, text }: CompletionContext) {
  const body = scanned.lines.slice(first + 1, last).join('\n');
  const { yaml, data } = divide(body);
  if (data.trim() !== '') return headingsIn(data);
  const [, name = '', part = ''] =
    /^data[ \t]*:[ \t]*["']?([^"'\n#]+?)(?:#([^"'\n]*))?["']?[ \t]*$/m.exec(yaml) ?? [];
  if (name === '') return [];
  const span = { file: text.file, line: first + 1, column: 1, length: 1 };
  const file = deck.last?.source.data({ path: name, part, from: text.file, span });
  return file ? columnsIn(file) : [];
}

function columnsIn(data: DataFile): readonly string[] {
  if (data.kind === 'grid') return data.rows[0]?.cells.map(({ text }) => text) ?? [];
  const { text, path } = data.file;
  return path.toLowerCase().endsWith('.json') ? keysIn(text) : headingsIn(text);
}

function headingsIn(text: string): readonly string[] {
  const [line = ''] = /^[^\n]*\S[^\n]*/m.exec(text) ?? [];
  const { rows } = parseCsv(line, findDelimiter(text.slice(0, 10_000)), 1000);
  return rows[0]?.cells.map((cell) => cell.text.trim()).filter(Boolean) ?? [];
}

/** The keys of the first object. */
function keysIn(json: string): readonly string[] {
  const [first = ''] = /\{[^{}]*\}/.exec(json) ?? [];
  return [...first.matchAll(/"([^"\\]+)"\s*:/g)].map(([, key = '']) => key);
}
