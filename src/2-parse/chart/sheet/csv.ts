/** A cell of a table of data, and where it stands in the text. */
export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

export type Separator = ',' | '\t';

const cells: Readonly<Record<Separator, RegExp>> = {
  ',': /([ \t]*)(?:"([^"]*(?:""[^"]*)*)"[ \t]*|([^,\n]*))(,|\n|$)/y,
  '\t': /( *)(?:"([^"]*(?:""[^"]*)*)" *|([^\t\n]*))(\t|\n|$)/y,
};

/**
 * Reads comma-separated values (RFC 4180: cells may stand in double quotes, in which `""` is one), or
 * such between tabs. Blank lines are left out, and so are spaces around a cell. Keeps each cell's
 * place, which no library does and every message about data needs.
 *
 * @param maxCells where to stop reading: behind the row that goes beyond
 */
export function parseCsv(
  text: string,
  separator: Separator = ',',
  maxCells = Number.POSITIVE_INFINITY,
): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  const cell = new RegExp(cells[separator]);
  let [row, count]: [Cell[], number] = [[], 0];
  while ((cell.lastIndex < text.length || row.length > 0) && count <= maxCells) {
    const from = cell.lastIndex;
    const match = cell.exec(text) ?? bareCell(text, from, separator);
    const [whole = '', lead = '', quoted, bare = '', end] = match;
    const content = quoted === undefined ? bare.trim() : quoted.replaceAll('""', '"');
    const length = quoted === undefined ? content.length : quoted.length + 2;
    row.push({ text: content, start: from + lead.length, length });
    cell.lastIndex = from + whole.length;
    if (end === separator) continue;
    if (row.length > 1 || content !== '' || quoted !== undefined) rows.push(row);
    count += row.length;
    row = [];
  }
  return rows;
}

/** A cell that begins with a quote and goes on behind it, such as `"a" b`: taken as it stands. */
function bareCell(
  text: string,
  from: number,
  separator: Separator,
): readonly (string | undefined)[] {
  const line = text.slice(from, endOf(text, '\n', from));
  const lead = /^[ \t]*/.exec(line)?.[0] ?? '';
  const bare = line.slice(lead.length, endOf(line, separator, lead.length));
  const end = text.charAt(from + lead.length + bare.length);
  return [lead + bare + end, lead, undefined, bare, end];
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}
