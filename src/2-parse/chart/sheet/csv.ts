import { CsvError, parse } from 'csv-parse/sync';

/** A cell of the data, and its position in the source text. */
export interface Cell {
  /** As written, and as shown to the audience. */
  readonly text: string;
  readonly start: number;
  readonly length: number;
  /** The number or ISO date, if the file itself says that the cell contains one. */
  readonly plain?: string;
  /** `%` or a currency, if the file itself says so. */
  readonly unit?: string;
  /** The cell contains a formula whose value is not stored. */
  readonly isUncomputed?: true;
}

/** A row that is not blank. */
export interface Row {
  /** As a spreadsheet counts, from 1: with blank rows. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

export const delimiters = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof delimiters)[number];

interface ParsedCsv {
  readonly rows: readonly Row[];
  /** The offset of a double quote without a closing one; the rows after it are missing. */
  readonly unclosed?: number;
  /** The offset of a row with more than `maxRowLength` characters; it and the rows after it are missing. */
  readonly tooLong?: number;
}

/** In characters. */
export const maxRowLength = 1_000_000;

/**
 * Parses delimiter-separated values (RFC 4180: cells may be in double quotes, within which `""` is a quote). Blank
 * lines are skipped, and spaces around cells are trimmed.
 *
 * @param maxCells parsing stops after the row that exceeds this limit
 */
export function parseCsv(
  text: string,
  delimiter: Delimiter = ',',
  maxCells = Number.POSITIVE_INFINITY,
): ParsedCsv {
  const longLine = findLongLine(text);
  // The parser would split a line of megabytes into millions of cells first.
  const given = longLine === undefined ? text : text.slice(0, longLine);
  const { records, isUnclosed, isTooLong } = readRecords(given, delimiter, maxCells);
  const places = new CellPlaces(text, delimiter);
  const rows = records.map((record, i) => ({
    number: i + 1,
    cells: record.map((value) => places.next(value)),
  }));
  const isBlank = ({ cells }: Row): boolean => cells.every(({ text: content }) => content === '');
  return {
    rows: rows.filter((row) => !isBlank(row)),
    ...(isUnclosed &&
      longLine === undefined && { unclosed: findUnclosed(text, delimiter, places.end) }),
    ...(isTooLong ? { tooLong: places.end } : longLine !== undefined && { tooLong: longLine }),
  };
}

/** The offset of the first line that is longer than a row may be. */
function findLongLine(text: string): number | undefined {
  for (let start = 0; text.length - start > maxRowLength; ) {
    const end = text.indexOf('\n', start);
    if ((end < 0 ? text.length : end) - start > maxRowLength) return start;
    start = end + 1;
  }
  return undefined;
}

interface Records {
  readonly records: readonly (readonly string[])[];
  readonly isUnclosed?: true;
  readonly isTooLong?: true;
}

/** Ends the parser of the library, which has no other way. */
class LimitError extends Error {}

function readRecords(text: string, delimiter: Delimiter, maxCells: number): Records {
  const records: string[][] = [];
  let count = 0;
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      ltrim: true,
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: maxRowLength,
      on_record(record: string[]) {
        if (count > maxCells) throw new LimitError();
        count += record.length;
        records.push(record);
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') {
      return { records, isUnclosed: true };
    }
    if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE') {
      return { records, isTooLong: true };
    }
    if (!(error instanceof LimitError)) throw error;
  }
  return { records };
}

/** Finds the cells of a text, one after the other; the library returns their values only. */
class CellPlaces {
  readonly #text: string;
  readonly #delimiter: Delimiter;
  #at = 0;

  constructor(text: string, delimiter: Delimiter) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  /** The offset after the last cell. */
  get end(): number {
    return this.#at;
  }

  /** The place of the next cell. @param value its value */
  next(value: string): Cell {
    const text = this.#text;
    const start = this.#skipSpaces(this.#at);
    const written = this.#writtenLength(value, start);
    const rest = this.#skipSpaces(start + written);
    // The delimiter, or the line feed.
    this.#at = rest + 1;
    const isQuoted = text[start] === '"' && written !== value.length;
    // The library takes a cell literally if spaces follow its closing quote.
    const [, inner] = isQuoted ? [] : (/^"((?:[^"]|"")*)"\s*$/.exec(value) ?? []);
    if (inner !== undefined) {
      const quoted = inner.replaceAll('""', '"').replace(/\s*\n\s*/g, ' ');
      return { text: quoted, start, length: value.trimEnd().length };
    }
    const content = (isQuoted ? value : value.trim()).replace(/\s*\n\s*/g, ' ');
    return { text: content, start, length: isQuoted ? written : content.length };
  }

  /** A cell in quotes is longer than its value; `"a" b` is not in quotes. */
  #writtenLength(value: string, start: number): number {
    const text = this.#text;
    if (text[start] !== '"') return value.length;
    const after = text[this.#skipSpaces(start + value.length)];
    const isLiteral = value !== '' && text.startsWith(value, start) && this.#isEnd(after);
    if (isLiteral) return value.length;
    return value.length + (value.match(/"/g)?.length ?? 0) + 2;
  }

  #isEnd(char: string | undefined): boolean {
    return char === undefined || char === '\n' || char === this.#delimiter;
  }

  #skipSpaces(from: number): number {
    let at = from;
    while (this.#text[at] === ' ' || (this.#text[at] === '\t' && this.#delimiter !== '\t')) at++;
    return at;
  }
}

/** The offset of the first cell from `from` on that begins with a quote and is not closed. */
function findUnclosed(text: string, delimiter: Delimiter, from: number): number {
  const cell = new RegExp(
    `[ \\t]*(?:"(?:[^"]|"")*"[^${delimiter}\\n]*|[^"${delimiter}\\n \\t][^${delimiter}\\n]*)?(?:[${delimiter}\\n]|$)`,
    'y',
  );
  cell.lastIndex = from;
  let at = from;
  while (at < text.length && cell.test(text)) at = cell.lastIndex;
  return at + (/^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0);
}
