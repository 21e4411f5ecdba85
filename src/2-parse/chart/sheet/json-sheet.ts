import type { Place } from '../../../base/yaml/yaml.ts';
import type { Faults } from '../errors.ts';
import type { Cell } from './csv.ts';
import { JsonFault, type JsonMember, type JsonNode, parseJson } from './json.ts';
import { checkSheet, maxCells, type Sheet, tooManyCells } from './sheet.ts';

/**
 * Reads data in JSON: a list of objects, one a row (`[{"year": 2019, "sales": 35}, …]`), or an object
 * of lists, one a column (`{"year": [2019, …], "sales": [35, …]}`).
 */
export function readJsonSheet(text: string, place: Place, report: Faults): Sheet | undefined {
  try {
    // Lists and objects around the cells count as values, too.
    const node = parseJson(text, 2 * maxCells);
    const { header, rows } = node.kind === 'object' ? readLists(node.members) : readObjects(node);
    return checkSheet({ header, rows, place }, report);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const hint = 'data are a list of objects, or an object of lists';
    report.add('chart-data', place(error.offset, 1), error.message, hint);
    return undefined;
  }
}

type Rows = Pick<Sheet, 'header' | 'rows'>;

/** A name that an object lacks is a gap. */
function readObjects(node: JsonNode): Rows {
  if (node.kind !== 'array') throw new JsonFault('this is a single value', node.start);
  const header = new Map<string, Cell>();
  const rows = node.items.map((item) => {
    if (item.kind !== 'object') throw new JsonFault('an object is needed here', item.start);
    for (const member of item.members) {
      if (!header.has(member.key)) header.set(member.key, keyCell(member));
    }
    const values = new Map(item.members.map(({ key, value }) => [key, readCell(value)]));
    return { values, gap: { text: '', start: item.start, length: 1 } };
  });
  if (header.size * rows.length > maxCells) throw new JsonFault(tooManyCells, node.start);
  return {
    header: [...header.values()],
    rows: rows.map(({ values, gap }) => [...header.keys()].map((key) => values.get(key) ?? gap)),
  };
}

function readLists(members: readonly JsonMember[]): Rows {
  const columns = members.map(({ value }) => {
    if (value.kind !== 'array') throw new JsonFault('a list is needed here', value.start);
    return value.items.map(readCell);
  });
  const rows = (columns[0] ?? []).map((_, i) => columns.flatMap((column) => column[i] ?? []));
  for (const [i, column] of columns.entries()) {
    if (column.length === rows.length) continue;
    const message = `the first list has ${rows.length} values, this one ${column.length}`;
    throw new JsonFault(message, members[i]?.value.start ?? 0);
  }
  return { header: members.map(keyCell), rows };
}

function keyCell({ key, keyStart, keyLength }: JsonMember): Cell {
  return { text: key, start: keyStart, length: keyLength };
}

function readCell(node: JsonNode): Cell {
  if (node.kind === 'object' || node.kind === 'array') {
    throw new JsonFault('a number or a text is needed here', node.start);
  }
  const text = node.kind === 'word' && node.text === 'null' ? '' : node.text.trim();
  return { text, start: node.start, length: node.length };
}
