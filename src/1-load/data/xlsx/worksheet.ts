import { readXml } from '../../../base/ooxml/read-xml.ts';
import { ArchiveError } from '../../../base/ooxml/zip.ts';
import type { GridCell, GridRow } from '../../../model/data.ts';
import type { CellWriter } from './cell-value.ts';
import type { NumberStyle } from './number-formats.ts';
import { type Range, readRange } from './range.ts';

/** The place of a cell. */
interface FoundCell {
  readonly row: number;
  readonly column: number;
}

export interface Worksheet {
  readonly rows: readonly GridRow[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** The first cell with a value from another workbook, and the number of that workbook, from 1. */
  readonly external?: FoundCell & { readonly workbook: number };
  /** Whether there are more cells than the limit. */
  readonly isTooLarge: boolean;
  /** Whether the cells contain more characters than the limit: many may show the same shared text. */
  readonly isTooLong: boolean;
}

interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly writer: CellWriter;
  readonly maxCells: number;
  readonly maxCharacters: number;
}

/** Reads the cells of a range of a worksheet, with the values that the spreadsheet program has stored. */
export function readWorksheet(xml: string, range: Range, context: SheetContext): Worksheet {
  const reader = new SheetReader(range, context);
  readXml(xml, reader);
  return reader.finish();
}

/** A cell that is being read. */
interface OpenCell {
  readonly type: string;
  readonly style: number;
  formula?: string;
  value?: string;
}

const general: NumberStyle = { kind: 'number' };

class SheetReader {
  readonly #range: Range;
  readonly #context: SheetContext;
  readonly #rows = new Map<number, Map<number, GridCell>>();
  readonly #hiddenColumns = new Set<number>();
  readonly #hiddenRows = new Set<number>();
  readonly #merges: Range[] = [];
  #external: Worksheet['external'];
  #row = 0;
  #column = 0;
  #cell: OpenCell | undefined;
  #count = 0;
  #characters = 0;

  constructor(range: Range, context: SheetContext) {
    this.#range = range;
    this.#context = context;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): boolean | undefined {
    if (name === 'row') return this.#openRow(attributes);
    if (name === 'c') this.#openCell(attributes);
    if (name === 'f' && this.#cell) this.#cell.formula = '';
    if (name === 'col' && attributes.hidden === '1') this.#hideColumns(attributes);
    const merged = name === 'mergeCell' ? readRange(attributes.ref ?? '') : undefined;
    if (merged) {
      this.#merges.push(merged);
      this.#count += 0.5;
    }
    return this.#isFull ? false : undefined;
  }

  close(name: string, text: string): boolean | undefined {
    const cell = this.#cell;
    if (!cell) return undefined;
    if (name === 'f') cell.formula = text;
    if (name === 'v') cell.value = text;
    // Formatted text is in several parts.
    if (name === 't') cell.value = (cell.value ?? '') + text;
    if (name !== 'c') return undefined;
    this.#closeCell(cell);
    this.#cell = undefined;
    return this.#isFull ? false : undefined;
  }

  get #isFull(): boolean {
    const { maxCells, maxCharacters } = this.#context;
    return this.#count > maxCells || this.#characters > maxCharacters;
  }

  finish(): Worksheet {
    this.#fillMerges();
    const { firstColumn, lastColumn } = this.#range;
    const numbers = [...this.#rows.keys()].sort((a, b) => a - b);
    const columns = [...this.#hiddenColumns].filter((c) => c >= firstColumn && c <= lastColumn);
    return {
      rows: numbers.flatMap((number) => {
        const cells = [...(this.#rows.get(number)?.values() ?? [])];
        return { number, cells: cells.sort((a, b) => a.column - b.column) };
      }),
      hiddenRows: this.#hiddenRows.size,
      hiddenColumns: columns.length,
      ...(this.#external && { external: this.#external }),
      isTooLarge: this.#count > this.#context.maxCells,
      isTooLong: this.#characters > this.#context.maxCharacters,
    };
  }

  #openRow({ r, hidden }: Readonly<Record<string, string>>): boolean | undefined {
    this.#row = r === undefined ? this.#row + 1 : Number(r);
    this.#column = 0;
    // Rows without cells count, too.
    this.#count += 0.1;
    const { firstRow, lastRow } = this.#range;
    const isInside = this.#row >= firstRow && this.#row <= lastRow;
    if (isInside && hidden === '1') this.#hiddenRows.add(this.#row);
    return undefined;
  }

  #openCell({ r, t = 'n', s }: Readonly<Record<string, string>>): void {
    const place = r === undefined ? undefined : readRange(r);
    this.#column = place?.firstColumn ?? this.#column + 1;
    this.#cell = { type: t, style: Number(s ?? -1) };
  }

  #closeCell(cell: OpenCell): void {
    const [row, column] = [this.#row, this.#column];
    const { firstRow, lastRow, firstColumn, lastColumn } = this.#range;
    const isInside =
      row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    if (!isInside || this.#hiddenRows.has(row) || this.#hiddenColumns.has(column)) return;
    const { formula, value = '' } = cell;
    const workbook = /\[(\d+)\]/.exec(formula ?? '')?.[1];
    if (workbook) this.#external ??= { row, column, workbook: Number(workbook) };
    if (value === '') {
      const isText = cell.type === 'str';
      if (formula !== undefined && !isText)
        this.#put(row, { column, text: '', isUncomputed: true });
      return;
    }
    const shown = this.#valueOf(cell.type, value, cell.style);
    if (shown.text === '') return;
    this.#put(row, { column, ...shown });
  }

  #valueOf(type: string, value: string, style: number): Omit<GridCell, 'column'> {
    const { strings, styles, writer } = this.#context;
    const numberStyle = styles[style] ?? general;
    if (type === 's') {
      const text = strings[Number(value)];
      if (text === undefined)
        throw new ArchiveError('is incomplete: texts of its cells are missing');
      return { text: text.trim() };
    }
    if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE' };
    const time = type === 'd' ? Date.parse(/T/.test(value) ? `${value}Z` : value) : Number.NaN;
    if (Number.isFinite(time)) return writer.writeDate(time, numberStyle);
    const isNumber = type === 'n' && Number.isFinite(Number(value));
    return isNumber ? writer.write(Number(value), numberStyle) : { text: value.trim() };
  }

  #put(row: number, cell: GridCell): void {
    this.#count++;
    this.#characters += cell.text.length;
    const cells = this.#rows.get(row) ?? new Map<number, GridCell>();
    this.#rows.set(row, cells.set(cell.column, cell));
  }

  #hideColumns({ min, max }: Readonly<Record<string, string>>): void {
    const [first, last] = [Math.max(Number(min), 1), Math.min(Number(max), 16_384)];
    for (let column = first; column <= last; column++) this.#hiddenColumns.add(column);
    this.#count += Math.max(0, last - first) / 100;
  }

  /** A cell that spans several rows, such as a year above its quarters, has its value in each of them. */
  #fillMerges(): void {
    // A merged cell may reach beyond the rows with content.
    const rows = [...this.#rows.keys()].sort((a, b) => a - b);
    const indices = new Map(rows.map((row, index) => [row, index]));
    for (const { firstRow, lastRow, firstColumn } of this.#merges) {
      const first = indices.get(firstRow);
      const cell = this.#rows.get(firstRow)?.get(firstColumn);
      if (first === undefined || !cell || !Number.isFinite(lastRow)) continue;
      for (let i = first + 1; (rows[i] ?? Number.POSITIVE_INFINITY) <= lastRow; i++) {
        const row = rows[i] ?? 0;
        if (!this.#rows.get(row)?.has(firstColumn)) this.#put(row, cell);
        else this.#count += 0.01;
        if (this.#isFull) return;
      }
    }
  }
}

/** Reads `sharedStrings.xml`: the texts of a workbook, by their index. */
export function readSharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let [text, isPhonetic] = ['', false];
  readXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') isPhonetic = true;
      return undefined;
    },
    close(name, part) {
      if (name === 't' && !isPhonetic) text += part;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'si') strings.push(text);
      return undefined;
    },
  });
  return strings;
}
