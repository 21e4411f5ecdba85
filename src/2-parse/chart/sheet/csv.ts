/** A cell of the data, and its position in the source text. */
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
 * Parses comma-separated values (RFC 4180: cells may be in double quotes, within which `""` is a quote),
 * or tab-separated values. Blank lines are skipped, and spaces around cells are trimmed. Unlike CSV
 * libraries, it keeps the position of each cell, which diagnostics need.
 *
 * @param maxCells parsing stops after the row that exceeds this limit
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
    const match = cell.exec(text) ?? unquotedCell(text, from, separator);
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

/** A cell with text after a closing quote, such as `"a" b`, is taken literally. */
function unquotedCell(
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
