import { plainText } from '../../2-parse/inline/plain-text.ts';
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
  const hasRowHeaders = namesRows(table);
  const renderCell = (cell: Cells[number], i: number) =>
    hasRowHeaders && i === 0 && cell.length > 0
      ? html`<th scope="row"${alignment(table.align[i])}>${text(cell)}</th>`
      : html`<td${alignment(table.align[i])}>${text(cell)}</td>`;
  const renderRow = (row: Cells) => html`<tr>${row.map(renderCell)}</tr>\n`;
  const body = table.rows.length > 0 && html`<tbody>\n${table.rows.map(renderRow)}</tbody>\n`;
  const head = hasHeader && html`<thead>\n<tr>${header}</tr>\n</thead>\n`;
  return html`<table${own}>\n${head}${body}</table>`;
}

/** Longer texts would be repeated at every cell of their row. */
const longestName = 60;

/**
 * Whether the cells of the first column are headers of their rows: as the author says, or if its own header is empty, or
 * if each is short and different from the others, and is no number other than a year.
 */
export function namesRows({ header, rows, attributes: { classes } }: Table): boolean {
  if (classes.includes('no-row-headers')) return false;
  if (classes.includes('row-headers') || header[0]?.length === 0) return true;
  const names = rows.map(([first = []]) => (isPlain(first) ? plainText(first) : ''));
  return header.length > 1 && new Set(names).size === names.length && names.every(isName);
}

function isPlain(cell: readonly Inline[]): boolean {
  return !cell.some(({ kind }) => kind === 'html' || kind === 'image' || kind === 'math');
}

function isName(text: string): boolean {
  if (/^(?:19|20)\d\d$/.test(text)) return true;
  return /\p{L}/u.test(text) && !/^[-+−\p{Sc}]?\p{Nd}/u.test(text) && text.length <= longestName;
}

function alignment(align: Alignment): Html {
  return attributes({ style: align && `text-align:${align}` });
}
