import type { BoardSpec } from '../../../model/diagram/board.ts';
import { drawCell } from '../cells.ts';
import { drawEnd } from '../edges/ends.ts';
import { type Drawing, group, path, round } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import { padding, type SetColumn, titleStyle, widthOf } from './columns.ts';
import { type DrawnRow, drawBox } from './row.ts';

const eventGap = 12;
const sectionStyle = { isSmall: true, tone: 'strong' } as const;

/** Draws a timeline from top to bottom: periods at the left of an arrow, their events at its right. */
export function drawTimelineDown(
  spec: BoardSpec,
  columns: readonly SetColumn[],
  typesetter: Typesetter,
  spacing: number,
): Drawing {
  const width = widthOf(columns);
  const axis = width + 16;
  const count = Math.max(1, ...columns.map(({ cards }) => cards.length));
  const total = axis + 16 + count * (width + eventGap) - eventGap;
  const parts: string[] = [];
  let y = 0;
  columns.forEach((column, i) => {
    if (column.section !== columns[i - 1]?.section) {
      const title = spec.sections[column.section]?.title ?? '';
      const head = drawSection(title, column.color, y, { width, total }, typesetter);
      parts.push(head.content);
      y = head.bottom;
    }
    const { content, bottom } = drawPeriod(column, y, width, axis, typesetter);
    parts.push(content);
    y = bottom + 18 * spacing;
  });
  const arrow =
    path(`M${round(axis)},0V${round(y - 9)}`, 'stroke') +
    drawEnd('arrow', { x: axis, y }, { x: 0, y: 1 });
  return {
    content: `<g transform="translate(3 3)">${arrow}${parts.join('')}</g>`,
    width: total + 6,
    height: y + 6,
  };
}

/** Draws the title of a section above its periods, and a line above its events as well. */
function drawSection(
  title: string,
  color: string,
  y: number,
  { width, total }: { readonly width: number; readonly total: number },
  typesetter: Typesetter,
): DrawnRow {
  if (title === '') return { content: '', bottom: y };
  const lines = typesetter.set(title, width / typesetter.size - 0.5, sectionStyle);
  const bottom = y + lines.height + 10;
  const line = path(`M0,${round(bottom - 2)}H${round(total)}`, 'stroke thick');
  const text = typesetter.write(lines, width / 2, y + 3, sectionStyle);
  return { content: text + group('edge', line, { stroke: color }), bottom: bottom + 12 };
}

function drawPeriod(
  { title, cards, color }: SetColumn,
  y: number,
  width: number,
  axis: number,
  typesetter: Typesetter,
): DrawnRow {
  const heights = [title.height, ...cards.map(({ cell }) => cell.height)];
  const height = Math.max(...heights) + 2 * padding.y;
  const name = typesetter.write(title, width / 2, y + (height - title.height) / 2, titleStyle);
  const head = group('node branch', drawBox(0, y, width, height) + name, { stroke: color });
  const events = cards.map(({ cell }, i) => {
    const box = { x: axis + 16 + i * (width + eventGap), y, width, height };
    const { content } = drawCell(cell, box, typesetter);
    return group('node event', drawBox(box.x, y, width, height) + content);
  });
  const end = axis + 16 + (cards.length - 1) * (width + eventGap);
  const stem = path(`M${round(width)},${round(y + height / 2)}H${round(end)}`, 'stroke dotted');
  return { content: (cards.length > 0 ? stem : '') + head + events.join(''), bottom: y + height };
}
