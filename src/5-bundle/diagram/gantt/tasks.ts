import { writeAttributes } from '../../../chart/svg/attributes.ts';
import type { GanttTask } from '../../../model/diagram/gantt.ts';
import { group, polygon, tag } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import { capWidth, labelGap, labelStyle, type PlacedTask } from './labels.ts';
import type { Row } from './rows.ts';

/** Draws a task in its row: a bar or a diamond with its label, linked if the author says so. */
export function drawTask(placed: PlacedTask, row: Row, typesetter: Typesetter): string {
  const { task } = placed;
  const shape = task.mark === 'milestone' ? drawDiamond(placed, row) : drawBar(placed, row);
  const content = group(classOf(task), shape + writeLabel(placed, row, typesetter));
  if (task.link === undefined) return content;
  const address = { href: task.link, target: '_blank', rel: 'noopener noreferrer' };
  return `<a${writeAttributes(address)}>${content}</a>`;
}

function classOf({ isActive, isDone, isCritical }: GanttTask): string {
  return ['task', isActive && 'active', isDone && 'done', isCritical && 'critical']
    .filter(Boolean)
    .join(' ');
}

function drawBar({ task, from, to }: PlacedTask, { y, height }: Row): string {
  const width = to - from;
  const bar = tag('rect', { x: from, y, width, height, rx: Math.min(4, width / 2) });
  if (!task.isCritical || width <= 2 * capWidth) return bar;
  return bar + tag('rect', { class: 'cap', x: from, y, width: capWidth, height });
}

function drawDiamond({ task, from, to }: PlacedTask, { y, height }: Row): string {
  const x = (from + to) / 2;
  const middle = y + height / 2;
  const around = (r: number, className?: string) =>
    polygon(
      [
        { x: x - r, y: middle },
        { x, y: middle - r },
        { x: x + r, y: middle },
        { x, y: middle + r },
      ],
      className,
    );
  const radius = (to - from) / 2;
  return around(radius) + (task.isCritical ? around(radius / 2, 'cap') : '');
}

function writeLabel(
  { task, lines, from, to, side }: PlacedTask,
  { y, height }: Row,
  typesetter: Typesetter,
): string {
  const top = y + (height - lines.height) / 2;
  const cap = task.isCritical ? capWidth : 0;
  if (side === 'inside') return typesetter.write(lines, (from + cap + to) / 2, top, labelStyle);
  const style = { ...labelStyle, className: 'label beside' };
  return side === 'right'
    ? typesetter.write(lines, to + labelGap, top, { ...style, align: 'start' })
    : typesetter.write(lines, from - labelGap, top, { ...style, align: 'end' });
}
