import type { GanttTask } from '../../../model/diagram/gantt.ts';
import { group, path, round } from '../svg.ts';
import type { Lines, Typesetter } from '../typesetter.ts';

const style = { isSmall: true, tone: 'strong' } as const;
const gap = 12;

/** A line at a time, with its label above the rows. */
export interface Marker {
  readonly task: GanttTask;
  readonly lines: Lines;
  readonly x: number;
  /** The middle of its label. */
  readonly labelX: number;
  readonly labelY: number;
}

/** Places labels next to each other where there is room, and else above each other. */
export function placeMarkers(
  tasks: readonly GanttTask[],
  toX: (time: number) => number,
  width: number,
  typesetter: Typesetter,
): { readonly markers: readonly Marker[]; readonly height: number } {
  const levels: { readonly spans: { from: number; to: number }[]; height: number }[] = [];
  const placed = tasks.map((task) => {
    const lines = typesetter.set(task.label, 14, style);
    const x = toX(task.start);
    const half = lines.width / 2;
    const labelX = Math.max(half, Math.min(width - half, x));
    const [from, to] = [labelX - half - gap, labelX + half + gap];
    const isFree = ({ spans }: (typeof levels)[number]) =>
      spans.every((each) => each.to <= from + gap || to - gap <= each.from);
    const known = levels.findIndex(isFree);
    const level = known < 0 ? levels.push({ spans: [], height: 0 }) - 1 : known;
    const own = levels[level];
    if (own) {
      own.spans.push({ from, to });
      own.height = Math.max(own.height, lines.height);
    }
    return { task, lines, x, labelX, level };
  });
  const tops = levels.map((_, i) => levels.slice(0, i).reduce((sum, each) => sum + each.height, 0));
  const height = levels.reduce((sum, each) => sum + each.height, 0);
  return {
    markers: placed.map(({ level, ...marker }) => ({ ...marker, labelY: tops[level] ?? 0 })),
    height: height === 0 ? 0 : height + 6,
  };
}

export function drawMarker(
  { task, lines, x, labelX, labelY }: Marker,
  bottom: number,
  typesetter: Typesetter,
): string {
  const top = labelY + lines.height + 2;
  const line = path(`M${round(x)},${round(top)}V${round(bottom)}`, 'stroke');
  const paint = { stroke: `var(--color-${task.isCritical ? 'caution' : 'accent'})` };
  const drawn = group(task.isCritical ? 'edge thick' : 'edge', line, paint);
  return drawn + typesetter.write(lines, labelX, labelY, { ...style, className: 'label beside' });
}
