import type { PdfDraft } from '../draft.ts';
import { isTag, setAttribute, type Tag, tagsIn } from './tree.ts';

/**
 * Makes all rows of each table equally long, as PDF/UA requires (ISO 14289-1, 7.2): cells that are missing at the
 * end of a row are added, and a cell spans only the rows and columns that are there and free.
 */
export function regularizeTables(draft: PdfDraft, top: Tag): void {
  for (const tag of tagsIn(top)) {
    if (tag.type !== 'Table') continue;
    const sections = sectionsIn(tag).map(placeCells);
    const width = Math.max(0, ...sections.flat().map(({ free }) => free.length));
    for (const row of sections.flat()) fillRow(draft, row, width);
  }
}

/** A row, and for each column up to its last cell whether no cell is there. */
interface PlacedRow {
  readonly row: Tag;
  readonly free: readonly boolean[];
}

/** The rows of a table by the element that they are in; those of tables in its cells are not its own. */
export function sectionsIn(tag: Tag): readonly (readonly Tag[])[] {
  const kids = tag.kids.filter(isTag);
  const rows = kids.filter(({ type }) => type === 'TR');
  const others = kids.filter(({ type }) => type !== 'TR' && type !== 'Table');
  return [...(rows.length > 0 ? [rows] : []), ...others.flatMap(sectionsIn)];
}

/** Finds the columns of the cells, as browsers do, and shortens those that span too much. */
function placeCells(rows: readonly Tag[]): readonly PlacedRow[] {
  const taken = rows.map((): boolean[] => []);
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.kids) {
      if (!isTag(cell) || (cell.type !== 'TD' && cell.type !== 'TH')) continue;
      while (taken[index]?.[column]) column++;
      const width = freeWidth(taken[index] ?? [], column, spanOf(cell, 'ColSpan'));
      const below = rows.length - index;
      const height = Math.min(spanOf(cell, 'RowSpan') || below, below);
      setSpan(cell, 'ColSpan', width);
      setSpan(cell, 'RowSpan', height);
      for (const columns of taken.slice(index, index + height)) {
        for (let at = column; at < column + width; at++) columns[at] = true;
      }
      column += width;
    }
  }
  return rows.map((row, index) => {
    const columns = taken[index] ?? [];
    return { row, free: Array.from({ length: columns.length }, (_, at) => !columns[at]) };
  });
}

/** How many columns a cell can have up to the next one that is taken. */
function freeWidth(taken: readonly boolean[], column: number, wanted: number): number {
  let width = 1;
  while (width < wanted && !taken[column + width]) width++;
  return width;
}

function spanOf({ attributes }: Tag, key: 'ColSpan' | 'RowSpan'): number {
  const value = attributes.get('Table')?.get(key);
  return typeof value === 'number' ? value : 1;
}

function setSpan(cell: Tag, key: 'ColSpan' | 'RowSpan', value: number): void {
  if (value !== spanOf(cell, key)) setAttribute(cell, 'Table', key, value);
}

/** Adds a cell for each run of free columns. */
function fillRow(draft: PdfDraft, { row, free }: PlacedRow, width: number): void {
  for (let column = 0; column < width; ) {
    const from = column;
    while (column < width && (free[column] ?? true)) column++;
    if (column > from) row.kids.push(emptyCell(draft, column - from));
    else column++;
  }
}

function emptyCell(draft: PdfDraft, width: number): Tag {
  const cell: Tag = { number: draft.add(''), type: 'TD', kids: [], attributes: new Map() };
  setSpan(cell, 'ColSpan', width);
  return cell;
}
