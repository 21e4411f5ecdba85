import {
  cellMargin,
  cellPadding,
  cellSize,
  rowHeights,
  type TypeSizes,
  tableColumns,
} from '../place/item-size.ts';
import type { TableItem } from '../slide/items.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import type { Run } from '../text/paragraph.ts';
import { writeTextBody } from '../text/write-text.ts';
import { type Box, emu } from '../units.ts';
import { element, type Xml } from '../xml.ts';
import { type PlaceholderRef, writeName, writePlaceholder, writeTransform } from './shape.ts';

/** Adds a table. @returns the id of its frame */
export function addTable(
  writer: SlideWriter,
  table: TableItem,
  box: Box,
  sizes: TypeSizes,
  placeholder?: PlaceholderRef,
): number {
  const id = writer.nextId();
  const size = sizes.of('--size-table');
  const columns = tableColumns(table, box.width, size);
  const heights = rowHeights(table, box.width, sizes);
  const total = heights.reduce((sum, height) => sum + height, 0);
  const rows = table.rows.map((row, index) => {
    const cells = columns.map((_, column) =>
      writeCell(writer, table, row[column] ?? [], index, column, size, sizes),
    );
    return element('a:tr', { h: emu(heights[index] ?? 0) }, cells);
  });
  const grid = element(
    'a:tblGrid',
    {},
    columns.map((width) => element('a:gridCol', { w: emu(width) })),
  );
  const properties = element('a:tblPr', {
    rtl: writer.isRightToLeft || undefined,
    firstRow: table.hasHeader || undefined,
    firstCol: table.hasRowHeaders || undefined,
  });
  writer.add(
    element(
      'p:graphicFrame',
      {},
      element(
        'p:nvGraphicFramePr',
        {},
        writeName(id, writer.nameOf('Table')),
        element('p:cNvGraphicFramePr', {}, element('a:graphicFrameLocks', { noGrp: true })),
        writePlaceholder(placeholder),
      ),
      writeTransform({ ...box, height: total }, 'p:xfrm'),
      element(
        'a:graphic',
        {},
        element(
          'a:graphicData',
          { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' },
          element('a:tbl', {}, properties, grid, rows),
        ),
      ),
    ),
  );
  return id;
}

function writeCell(
  writer: SlideWriter,
  table: TableItem,
  runs: readonly Run[],
  row: number,
  column: number,
  size: number,
  sizes: TypeSizes,
): Xml {
  const { hasHeader, align, rows } = table;
  const isHeader = hasHeader && row === 0;
  const isLast = row === rows.length - 1;
  const own = cellSize(table, row, sizes);
  const placed = align[column];
  const style = {
    color: isHeader ? '--color-muted' : '--color-text',
    ...(isHeader && { bold: true }),
  };
  const paragraph = { runs, level: 0, style, ...(placed && { align: placed }) };
  const settings = { sizeOf: () => own, base: own, isFree: true } as const;
  const isFirst = column === 0;
  const isEnd = column === align.length - 1;
  const pad = emu(cellPadding(size));
  const rule =
    isHeader || isLast
      ? writeLine(writer, 'a:lnB', 2, '--color-text')
      : writeLine(writer, 'a:lnB', 1, '--color-line');
  return element(
    'a:tc',
    {},
    writeTextBody([paragraph], settings, writer, 'a:txBody'),
    element(
      'a:tcPr',
      {
        marL: isFirst ? 0 : pad,
        marR: isEnd ? 0 : pad,
        marT: emu(cellMargin(size)),
        marB: emu(cellMargin(size)),
        anchor: isHeader ? 'b' : 't',
      },
      noLine('a:lnL'),
      noLine('a:lnR'),
      row === 0 && noLine('a:lnT'),
      rule,
      element('a:noFill'),
    ),
  );
}

function noLine(name: string): Xml {
  return element(name, { w: 0 }, element('a:noFill'));
}

function writeLine(writer: SlideWriter, name: string, width: number, color: string): Xml {
  return element(
    name,
    { w: emu(width), cap: 'flat', cmpd: 'sng', algn: 'ctr' },
    writer.fill(color),
  );
}
