/** A cell of a table of data, and where it stands in the text. */
export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

/**
 * Reads comma-separated values (RFC 4180: cells may stand in double quotes, in which `""` is one).
 * Blank lines are left out, and so are spaces around a cell. Keeps each cell's place, which no
 * library does and every message about data needs.
 */
export function parseCsv(text: string): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  const cell = /[ \t]*(?:"((?:[^"]|"")*)"[ \t]*|([^,\n]*))(,|\n|$)/y;
  let row: Cell[] = [];
  while (cell.lastIndex < text.length || row.length > 0) {
    const from = cell.lastIndex;
    const match = cell.exec(text) ?? bareCell(text, from);
    const [whole = '', quoted, bare = '', end] = match;
    const content = quoted === undefined ? bare.trim() : quoted.replaceAll('""', '"');
    const lead = whole.length - whole.trimStart().length;
    const length = quoted === undefined ? content.length : quoted.length + 2;
    row.push({ text: content, start: from + Math.min(lead, whole.length), length });
    cell.lastIndex = from + whole.length;
    if (end === ',') continue;
    if (row.length > 1 || content !== '' || quoted !== undefined) rows.push(row);
    row = [];
  }
  return rows;
}

/** A cell that begins with a quote and goes on behind it, such as `"a" b`: taken as it stands. */
function bareCell(text: string, from: number): readonly (string | undefined)[] {
  const [whole, bare, end] = /^([^,\n]*)(,|\n|$)/.exec(text.slice(from)) ?? [];
  return [whole, undefined, bare, end];
}
