import type { BoardSpec } from '../../../model/diagram/board.ts';
import type { Size } from '../shapes.ts';
import { type Drawing, group, path, round } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import { type SetColumn, setColumns, widthOf } from './columns.ts';
import { drawJourneyRow } from './journey.ts';
import { drawKanbanRow, kanbanInset } from './kanban.ts';
import type { DrawnRow } from './row.ts';
import { drawTimelineRow } from './timeline.ts';
import { drawTimelineDown } from './timeline-down.ts';

const columnGap = 18;
/** How much larger another row has to make the text. */
const worthARow = 1.25;
const sectionStyle = { isSmall: true, tone: 'strong' } as const;

/**
 * Draws columns in as many rows as make its text the largest.
 *
 * @param room the size that the drawing is scaled to
 */
export function drawBoard(
  spec: BoardSpec,
  typesetter: Typesetter,
  spacing: number,
  room: Size,
): Drawing {
  const columns = setColumns(spec, typesetter);
  if (spec.isVertical) return drawTimelineDown(spec, columns, typesetter, spacing);
  const drawings = Array.from({ length: Math.min(4, columns.length) }, (_, i) => {
    const perRow = Math.ceil(columns.length / (i + 1));
    return drawRows(spec, columns, perRow, typesetter, spacing);
  });
  const scaleOf = ({ width, height }: Drawing) =>
    Math.min(1.3, room.width / width, room.height / height);
  return drawings.reduce((best, each) => (scaleOf(each) > scaleOf(best) * worthARow ? each : best));
}

function drawRows(
  spec: BoardSpec,
  columns: readonly SetColumn[],
  perRow: number,
  typesetter: Typesetter,
  spacing: number,
): Drawing {
  const columnWidth = widthOf(columns) + (spec.type === 'kanban board' ? 2 * kanbanInset : 0);
  const gap = columnGap * spacing;
  const width = perRow * columnWidth + (perRow - 1) * gap;
  const draw = {
    'kanban board': drawKanbanRow,
    timeline: drawTimelineRow,
    'user journey': drawJourneyRow,
  }[spec.type];
  const parts: string[] = [];
  let y = 0;
  for (let i = 0; i < columns.length; i += perRow) {
    const own = columns.slice(i, i + perRow);
    const xs = own.map((_, index) => index * (columnWidth + gap));
    const heads = drawSections(spec, own, xs, columnWidth, y, typesetter);
    const isContinued = i + perRow < columns.length;
    const row = { columns: own, xs, columnWidth, y: heads.bottom, gap, isContinued };
    const { content, bottom } = draw(row, typesetter);
    parts.push(heads.content, content);
    y = bottom + 30 * spacing;
  }
  return {
    content: `<g transform="translate(3 3)">${parts.join('')}</g>`,
    width: width + 6 + (spec.type === 'timeline' ? gap : 0),
    height: y - 30 * spacing + 6,
  };
}

/** Draws the titles of sections above their columns. */
function drawSections(
  { sections }: BoardSpec,
  columns: readonly SetColumn[],
  xs: readonly number[],
  columnWidth: number,
  y: number,
  typesetter: Typesetter,
): DrawnRow {
  if (sections.every(({ title }) => title === '')) return { content: '', bottom: y };
  const spans = [...new Set(columns.map(({ section }) => section))].map((section) => {
    const own = columns.flatMap((column, i) => (column.section === section ? [xs[i] ?? 0] : []));
    const [left, right] = [Math.min(...own), Math.max(...own) + columnWidth];
    const color = columns.find((column) => column.section === section)?.color ?? '';
    const title = sections[section]?.title ?? '';
    const lines = typesetter.set(title, (right - left) / typesetter.size - 0.5, sectionStyle);
    return { left, right, color, title, lines };
  });
  const height = Math.max(...spans.map(({ lines }) => lines.height)) + 12;
  const content = spans.map(({ left, right, color, title, lines }) => {
    if (title === '') return '';
    const text = typesetter.write(
      lines,
      (left + right) / 2,
      y + (height - lines.height - 4) / 2,
      sectionStyle,
    );
    const line = path(`M${round(left)},${round(y + height - 2)}H${round(right)}`, 'stroke thick');
    return text + group('edge', line, { stroke: color });
  });
  return { content: content.join(''), bottom: y + height + 10 };
}
