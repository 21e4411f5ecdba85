import { type Delimiter, delimiters, parseCsv } from './csv.ts';

/** The start of a text is enough to find its delimiter. */
const sample = 20_000;

/** Rarer characters first: commas also occur in numbers and sentences. */
const preference: readonly Delimiter[] = ['\t', ';', '|', ','];

/**
 * The delimiter of a text: the one that divides most rows into the same number of cells. Quoted cells are
 * respected.
 */
export function findDelimiter(text: string): Delimiter {
  const start = text.length > sample ? text.slice(0, text.lastIndexOf('\n', sample) + 1) : text;
  let [best, bestShare]: [Delimiter, number] = [',', 0];
  for (const delimiter of preference) {
    const share = shareOfRows(start || text.slice(0, sample), delimiter);
    // In a tie, fewer surprises: the comma is only better if it is clearly so.
    if (share > bestShare + 1e-9) [best, bestShare] = [delimiter, share];
  }
  return best;
}

/** The share of rows that have the most frequent number of cells, if it is more than one. */
function shareOfRows(text: string, delimiter: Delimiter): number {
  if (!text.includes(delimiter)) return 0;
  const { rows } = parseCsv(text, delimiter);
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let [width, count] = [1, 0];
  for (const [cells, rowsOf] of counts) {
    if (cells > 1 && rowsOf >= count) [width, count] = [cells, rowsOf];
  }
  // The headings are more telling than the rest: `k;v` above `1,5;2,5`.
  const hasHeader = rows[0]?.cells.length === width;
  return width === 1 || rows.length === 0 ? 0 : (count + Number(hasHeader)) / (rows.length + 1);
}

/** The line `sep=;` at the start, with which Excel is told the delimiter. */
export function readSeparatorLine(
  text: string,
): { readonly delimiter: Delimiter; readonly length: number } | undefined {
  const match = /^"?sep=(.)"?[;,\t|]*(?:\n|$)/i.exec(text);
  const delimiter = delimiters.find((known) => known === match?.[1]);
  return match && delimiter ? { delimiter, length: match[0].length } : undefined;
}
