import type { Alignment, Inline, Table } from '../../deck.ts';
import { attributes, type Html, html } from '../../html.ts';
import { blockAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderInlines } from '../inline.ts';

type Cells = readonly (readonly Inline[])[];

export function renderTable(table: Table, context: SlideContext): Html {
  const own = blockAttributes(table.attributes, context);
  const header = table.header.map(
    (cell, i) =>
      html`<th scope="col"${alignment(table.align[i])}>${renderInlines(cell, context)}</th>`,
  );
  const renderRow = (row: Cells) =>
    html`<tr>${row.map((cell, i) => html`<td${alignment(table.align[i])}>${renderInlines(cell, context)}</td>`)}</tr>\n`;
  const body = table.rows.length > 0 && html`<tbody>\n${table.rows.map(renderRow)}</tbody>\n`;
  return html`<table${own}>
<thead>
<tr>${header}</tr>
</thead>
${body}</table>`;
}

function alignment(align: Alignment): Html {
  return attributes({ style: align && `text-align:${align}` });
}
