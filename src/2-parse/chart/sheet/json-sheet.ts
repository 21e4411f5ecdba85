import type { Locate } from '../../../base/yaml/yaml.ts';
import type { Located } from '../../../model/source.ts';
import type { ChartReport } from '../chart-report.ts';
import type { DataSettings } from '../data/data-keys.ts';
import type { Cell } from './csv.ts';
import { JsonError, type JsonMember, type JsonNode, parseJson } from './json.ts';
import { findInJson } from './json-path.ts';
import { checkSheet, maxCells, type Sheet, tooManyCells } from './sheet.ts';

/**
 * Reads JSON data: an array of objects, one per row (`[{"year": 2019, "sales": 35}, …]`), an array of arrays, of
 * which the first contains the headings, or an object of arrays, one per column
 * (`{"year": [2019, …], "sales": [35, …]}`).
 *
 * @param path the path of the data in the file; see {@link findInJson}
 */
export function readJsonSheet(
  text: string,
  path: Located<string>,
  { decimal, dates }: DataSettings,
  locate: Locate,
  report: ChartReport,
): Sheet | undefined {
  try {
    // The arrays and objects around cells count as values, too.
    const node = findInJson(parseJson(text, 2 * maxCells), path, report);
    if (!node) return undefined;
    const { header, rows } =
      node.kind === 'object' ? readLists(node) : readRows(node, locate, report);
    const sheet = checkSheet({ header, rows, locate }, report, '', { decimal, hasPoints: true });
    return sheet && { ...sheet, ...(dates && { dates }) };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const hint = error.hint ?? 'use an array of objects, or an object of arrays';
    report.add('chart-data', locate(error.offset, 1), error.message, hint);
    return undefined;
  }
}

type Rows = Pick<Sheet, 'header' | 'rows'>;

function readRows(node: JsonNode, locate: Locate, report: ChartReport): Rows {
  if (node.kind !== 'array') throw new JsonError('the data is a single value', node.start);
  const [first, ...others] = node.items;
  if (first?.kind !== 'array') return readObjects(node, locate, report);
  const cellsOf = (row: JsonNode): readonly Cell[] => {
    if (row.kind !== 'array') throw new JsonError('expected an array', row.start);
    return row.items.map(readCell);
  };
  return { header: cellsOf(first), rows: others.map(cellsOf) };
}

/** A missing property is a gap; properties that contain objects or arrays are left out. */
function readObjects(
  node: Extract<JsonNode, { kind: 'array' }>,
  locate: Locate,
  report: ChartReport,
): Rows {
  const objects = node.items.map((item) => {
    if (item.kind !== 'object') throw new JsonError('expected an object', item.start);
    return item;
  });
  const nested = new Set<string>();
  for (const { key, keyStart, keyLength, value } of objects.flatMap(({ members }) => members)) {
    if ((value.kind !== 'object' && value.kind !== 'array') || nested.has(key)) continue;
    nested.add(key);
    const message = `"${key}" is left out: it contains objects or arrays`;
    report.add('data-assumed', locate(keyStart, keyLength), message);
  }
  const header = new Map<string, Cell>();
  const rows = objects.map(({ members, start }) => {
    const flat = members.filter(({ key }) => !nested.has(key));
    for (const member of flat) {
      if (!header.has(member.key)) header.set(member.key, headingCell(member));
    }
    const values = new Map(flat.map(({ key, value }) => [key, readCell(value)]));
    return { values, gap: { text: '', start, length: 1 } };
  });
  if (header.size * rows.length > maxCells) throw new JsonError(tooManyCells, node.start);
  return {
    header: [...header.values()],
    rows: rows.map(({ values, gap }) => [...header.keys()].map((key) => values.get(key) ?? gap)),
  };
}

function readLists({ members }: Extract<JsonNode, { kind: 'object' }>): Rows {
  const columns = members.map(({ value }) => {
    if (value.kind !== 'array')
      throw new JsonError('expected an array', value.start, pathHint(members));
    return value.items.map(readCell);
  });
  const rows = (columns[0] ?? []).map((_, i) => columns.flatMap((column) => column[i] ?? []));
  for (const [i, column] of columns.entries()) {
    if (column.length === rows.length) continue;
    const message = `the first array has ${rows.length} values, but this one has ${column.length}`;
    throw new JsonError(message, members[i]?.value.start ?? 0);
  }
  return { header: members.map(headingCell), rows };
}

function headingCell({ key, keyStart, keyLength }: JsonMember): Cell {
  return { text: key, start: keyStart, length: keyLength };
}

function readCell(node: JsonNode): Cell {
  if (node.kind === 'object' || node.kind === 'array') {
    throw new JsonError('expected a number or a string', node.start);
  }
  const text = node.kind === 'word' && node.text === 'null' ? '' : node.text.trim();
  const plain = node.kind === 'number' ? { plain: text } : {};
  return { text, start: node.start, length: node.length, ...plain };
}

/** Points to the array that an object contains, with other properties around it. */
function pathHint(members: readonly JsonMember[]): string | undefined {
  const list = members.find(({ value }) => value.kind === 'array' || value.kind === 'object');
  return list && `if the data is in "${list.key}", add #${list.key} to the name of the file`;
}
