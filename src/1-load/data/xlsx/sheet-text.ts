import { readXml } from '../../../base/ooxml/read-xml.ts';
import type { Range } from './range.ts';

/** Sheets with more rows are read as a whole, so that their limits are found. */
const maxRows = 500_000;

/** The places of the rows in a sheet: their numbers increase. */
interface RowIndex {
  readonly rows: readonly { readonly number: number; readonly start: number }[];
  /** Of all rows. */
  readonly end: number;
}

/** The XML of a sheet, of which several ranges are read: the whole is parsed at most twice. */
export class SheetText {
  readonly #xml: string;
  #uses = 0;
  #index: RowIndex | undefined;

  constructor(xml: string) {
    this.#xml = xml;
  }

  /** The sheet without rows that are not in the range. @throws ArchiveError */
  of({ firstRow, lastRow }: Range): string {
    const xml = this.#xml;
    if (++this.#uses === 1) return xml;
    if (this.#uses === 2) this.#index = indexRows(xml);
    if (!this.#index) return xml;
    const { rows, end } = this.#index;
    const startOf = (index: number): number => rows[index]?.start ?? end;
    const first = firstIndex(rows, firstRow);
    const last = firstIndex(rows, lastRow + 1);
    return xml.slice(0, startOf(0)) + xml.slice(startOf(first), startOf(last)) + xml.slice(end);
  }
}

/** The index of the first row with at least this number. */
function firstIndex(rows: RowIndex['rows'], number: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @returns `undefined` if the rows are in no order */
function indexRows(xml: string): RowIndex | undefined {
  const rows: { number: number; start: number }[] = [];
  let end: number | undefined;
  let isOrdered = true;
  readXml(xml, {
    open(name, { r }, start) {
      if (name !== 'row') return undefined;
      const number = Number(r);
      isOrdered &&= end === undefined && number > (rows.at(-1)?.number ?? 0);
      rows.push({ number, start });
      return isOrdered && rows.length <= maxRows ? undefined : false;
    },
    close(name, _, start) {
      if (name === 'sheetData') end ??= start;
      return undefined;
    },
  });
  return isOrdered && rows.length <= maxRows && end !== undefined ? { rows, end } : undefined;
}
