/** Cells of a sheet; rows and columns count from 1, and are included. */
export interface Range {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export const wholeSheet: Range = {
  firstRow: 1,
  lastRow: Number.POSITIVE_INFINITY,
  firstColumn: 1,
  lastColumn: Number.POSITIVE_INFINITY,
};

/** Reads `A3:F12`, `$A$3`, `A:F` or `3:12`. */
export function readRange(text: string): Range | undefined {
  const [first, last = first] = text.replaceAll('$', '').split(':').map(readCorner);
  if (!first || !last || text.split(':').length > 2) return undefined;
  if (!text.includes(':') && (first.row === undefined || first.column === undefined)) {
    return undefined;
  }
  const [top, bottom] = [first.row ?? 1, last.row ?? wholeSheet.lastRow];
  const [left, right] = [first.column ?? 1, last.column ?? wholeSheet.lastColumn];
  return {
    firstRow: Math.min(top, bottom),
    lastRow: Math.max(top, bottom),
    firstColumn: Math.min(left, right),
    lastColumn: Math.max(left, right),
  };
}

interface Corner {
  readonly row?: number;
  readonly column?: number;
}

function readCorner(text: string): Corner | undefined {
  const [, letters = '', digits = ''] = /^([A-Za-z]{0,3})(\d{0,7})$/.exec(text.trim()) ?? [];
  if (letters === '' && digits === '') return undefined;
  return {
    ...(digits && { row: Number(digits) }),
    ...(letters && { column: columnNumber(letters) }),
  };
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, char) => 26 * sum + char.charCodeAt(0) - 64, 0);
}

/** The part of a reference before its range: `'My sheet'!A1:B2` is the range A1:B2 of `My sheet`. */
export function splitReference(text: string): { readonly sheet: string; readonly range: string } {
  const [, quoted, bare = '', range = ''] = /^(?:'((?:[^']|'')*)'|([^!]*))!(.*)$/s.exec(text) ?? [];
  if (quoted === undefined && bare === '' && range === '') {
    const whole = /^'((?:[^']|'')*)'$/.exec(text)?.[1];
    return whole === undefined
      ? { sheet: '', range: text }
      : { sheet: whole.replaceAll("''", "'"), range: '' };
  }
  return { sheet: quoted?.replaceAll("''", "'") ?? bare, range };
}
