import { drawCell } from '../cells.ts';
import { group, round, tag } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import { padding, type SetColumn, titleStyle } from './columns.ts';
import { type BoardRow, type DrawnRow, drawBox } from './row.ts';

const cardGap = 10;
/** The space around cards in their column. */
export const kanbanInset = 10;

/** Draws columns with their cards inside. */
export function drawKanbanRow(
  { columns, xs, columnWidth, y }: BoardRow,
  typesetter: Typesetter,
): DrawnRow {
  const titleHeight = Math.max(...columns.map(({ title }) => title.height)) + 2 * padding.y;
  const heights = columns.map(({ cards }) =>
    cards.reduce((sum, { cell }) => sum + cell.height + 2 * padding.y + cardGap, 0),
  );
  const bottom = y + titleHeight + Math.max(...heights, 30) + kanbanInset - cardGap;
  const content = columns.map((column, i) => {
    const x = xs[i] ?? 0;
    const frame = tag('rect', { x, y, width: columnWidth, height: bottom - y, rx: 8 });
    const bar = tag('rect', {
      class: 'mark',
      x,
      y: y + titleHeight - 4,
      width: columnWidth,
      height: 3,
    });
    const title = typesetter.write(
      column.title,
      x + columnWidth / 2,
      y + padding.y - 2,
      titleStyle,
    );
    const head = group('edge', bar, { stroke: column.color });
    return (
      group('group', frame) +
      head +
      title +
      drawCards(column, x, y + titleHeight + 6, columnWidth, typesetter)
    );
  });
  return { content: content.join(''), bottom };
}

function drawCards(
  { cards }: SetColumn,
  x: number,
  top: number,
  columnWidth: number,
  typesetter: Typesetter,
): string {
  let y = top;
  const width = columnWidth - 2 * kanbanInset;
  const left = x + kanbanInset;
  const drawn = cards.map(({ card: { stripe }, cell }) => {
    const height = cell.height + 2 * padding.y;
    const inner = { x: left + padding.x, y, width: width - 2 * padding.x, height };
    const { content } = drawCell(cell, inner, typesetter);
    const mark = tag('rect', { class: 'mark', x: left, y, width: 5, height: round(height), rx: 2 });
    const side = stripe === undefined ? '' : group('edge', mark, { stroke: stripe });
    const card = group('node event', drawBox(left, y, width, height) + content) + side;
    y += height + cardGap;
    return card;
  });
  return drawn.join('');
}
