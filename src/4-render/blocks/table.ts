import { attributes, type Html, html } from '../../base/html.ts';
import type { Alignment, Table } from '../../model/blocks.ts';
import type { Inline } from '../../model/inline.ts';
import { blockAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderInlines } from '../inline.ts';

type Cells = readonly (readonly Inline[])[];

export function renderTable(table: Table, context: SlideContext): Html {
  const own = blockAttributes(table.attributes, context);
  const text = (cell: Cells[number]) => renderInlines(cell, context);
  const header = table.header.map((cell, i) =>
    cell.length > 0
      ? html`<th scope="col"${alignment(table.align[i])}>${text(cell)}</th>`
      : html`<td></td>`,
  );
  const hasHeader = table.header.some((cell) => cell.length > 0) || table.rows.length === 0;
  // If the first header cell is empty, the first column contains row headers.
  const hasRowHeaders = table.header[0]?.length === 0;
  const renderCell = (cell: Cells[number], i: number) =>
    hasRowHeaders && i === 0 && cell.length > 0
      ? html`<th scope="row"${alignment(table.align[i])}>${text(cell)}</th>`
      : html`<td${alignment(table.align[i])}>${text(cell)}</td>`;
  const renderRow = (row: Cells) => html`<tr>${row.map(renderCell)}</tr>\n`;
  const body = table.rows.length > 0 && html`<tbody>\n${table.rows.map(renderRow)}</tbody>\n`;
  const head = hasHeader && html`<thead>\n<tr>${header}</tr>\n</thead>\n`;
  return html`<table${own}>\n${head}${body}</table>`;
}

function alignment(align: Alignment): Html {
  return attributes({ style: align && `text-align:${align}` });
}
