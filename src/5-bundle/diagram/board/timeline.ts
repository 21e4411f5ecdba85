import { drawCell } from '../cells.ts';
import { drawEnd } from '../edges/ends.ts';
import { group, path, round } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import { padding, type SetColumn, titleStyle } from './columns.ts';
import { type BoardRow, type DrawnRow, drawBox } from './row.ts';

const cardGap = 12;

/** Draws periods along an arrow, with their events below. */
export function drawTimelineRow(row: BoardRow, typesetter: Typesetter): DrawnRow {
  const { columns, xs, columnWidth, y, gap } = row;
  const titleHeight = Math.max(...columns.map(({ title }) => title.height)) + 2 * padding.y;
  const axis = y + titleHeight + 16;
  const end = (xs.at(-1) ?? 0) + columnWidth + gap;
  const arrow =
    path(`M0,${round(axis)}H${round(end - 9)}`, 'stroke') +
    drawEnd('arrow', { x: end, y: axis }, { x: 1, y: 0 });
  const drawn = columns.map((column, i) =>
    drawPeriod(column, xs[i] ?? 0, row, titleHeight, axis, typesetter),
  );
  const bottom = Math.max(axis, ...drawn.map((each) => each.bottom));
  return { content: arrow + drawn.map(({ content }) => content).join(''), bottom };
}

function drawPeriod(
  { title, cards, color }: SetColumn,
  x: number,
  { columnWidth: width, y }: BoardRow,
  titleHeight: number,
  axis: number,
  typesetter: Typesetter,
): DrawnRow {
  const middle = x + width / 2;
  const top = y + (titleHeight - title.height) / 2;
  const name = typesetter.write(title, middle, top, titleStyle);
  const head = group('node branch', drawBox(x, y, width, titleHeight) + name, { stroke: color });
  let at = axis + 16;
  const events = cards.map(({ cell }) => {
    const box = { x, y: at, width, height: cell.height + 2 * padding.y };
    at += box.height + cardGap;
    const { content } = drawCell(cell, box, typesetter);
    return group('node event', drawBox(x, box.y, width, box.height) + content);
  });
  const bottom = at - cardGap;
  const stem = path(
    `M${round(middle)},${round(y + titleHeight)}V${round(bottom)}`,
    'stroke dotted',
  );
  return {
    content: (cards.length > 0 ? stem : '') + head + events.join(''),
    bottom: cards.length > 0 ? bottom : axis,
  };
}
