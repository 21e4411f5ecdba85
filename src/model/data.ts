import type { AssetRef, TextFile } from './source.ts';

/** A reference to a data file. */
export interface DataRef extends AssetRef {
  /** The text after `#`: a sheet, a range or a name in a workbook. */
  readonly part: string;
  /** The encoding of a text file, if the author names it. */
  readonly encoding?: string;
}

/** A data file that has been read. */
export type DataFile = TextData | Grid;

/** A file of text: CSV, TSV or JSON. */
export interface TextData {
  readonly kind: 'text';
  readonly file: TextFile;
}

/** The cells of a sheet of a workbook, or of a range in it. */
export interface Grid {
  readonly kind: 'grid';
  /** The workbook as messages show it. */
  readonly path: string;
  /** The name of the sheet. */
  readonly sheet: string;
  /** The first row of the range, from 1. */
  readonly firstRow: number;
  /** Without empty and hidden rows and columns; from top to bottom. */
  readonly rows: readonly GridRow[];
  /** Differs from that of a grid with other cells. */
  readonly key: string;
}

export interface GridRow {
  /** As the spreadsheet counts, from 1. */
  readonly number: number;
  readonly cells: readonly GridCell[];
}

export interface GridCell {
  /** The column, from 1. */
  readonly column: number;
  /** As shown to the audience, in the language of the deck. */
  readonly text: string;
  /** The number, or the date in ISO 8601, that the cell contains. */
  readonly plain?: string;
  /** `%`, or the currency of a number. */
  readonly unit?: string;
  /** The cell contains a formula whose value is not stored. */
  readonly isUncomputed?: true;
}

/** Reads a data file, or reports why it cannot be read and returns `undefined`. */
export type DataReader = (ref: DataRef) => DataFile | undefined;
