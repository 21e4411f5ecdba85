import type { Locate } from '../../../base/yaml/yaml.ts';
import type { ChartReport } from '../chart-report.ts';
import type { Cell } from './csv.ts';
import { JsonError, type JsonMember, type JsonNode, parseJson } from './json.ts';
import { checkSheet, maxCells, type Sheet, tooManyCells } from './sheet.ts';

/**
 * Reads JSON data: an array of objects, one per row (`[{"year": 2019, "sales": 35}, …]`), or an object
 * of arrays, one per column (`{"year": [2019, …], "sales": [35, …]}`).
 */
export function readJsonSheet(
  text: string,
  locate: Locate,
  report: ChartReport,
): Sheet | undefined {
  try {
    // The arrays and objects around cells count as values, too.
    const node = parseJson(text, 2 * maxCells);
    const { header, rows } = node.kind === 'object' ? readLists(node.members) : readObjects(node);
    return checkSheet({ header, rows, locate }, report);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const hint = 'use an array of objects, or an object of arrays';
    report.add('chart-data', locate(error.offset, 1), error.message, hint);
    return undefined;
  }
}

type Rows = Pick<Sheet, 'header' | 'rows'>;

/** A missing property is a gap. */
function readObjects(node: JsonNode): Rows {
  if (node.kind !== 'array') throw new JsonError('the data is a single value', node.start);
  const header = new Map<string, Cell>();
  const rows = node.items.map((item) => {
    if (item.kind !== 'object') throw new JsonError('expected an object', item.start);
    for (const member of item.members) {
      if (!header.has(member.key)) header.set(member.key, headingCell(member));
    }
    const values = new Map(item.members.map(({ key, value }) => [key, readCell(value)]));
    return { values, gap: { text: '', start: item.start, length: 1 } };
  });
  if (header.size * rows.length > maxCells) throw new JsonError(tooManyCells, node.start);
  return {
    header: [...header.values()],
    rows: rows.map(({ values, gap }) => [...header.keys()].map((key) => values.get(key) ?? gap)),
  };
}

function readLists(members: readonly JsonMember[]): Rows {
  const columns = members.map(({ value }) => {
    if (value.kind !== 'array') throw new JsonError('expected an array', value.start);
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
  return { text, start: node.start, length: node.length };
}
