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

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Level {
  readonly spans: Span[];
  height: number;
}

/** Places labels at their lines, next to each other where there is room, and else below each other. */
export function placeMarkers(
  tasks: readonly GanttTask[],
  toX: (time: number) => number,
  width: number,
  typesetter: Typesetter,
): { readonly markers: readonly Marker[]; readonly height: number } {
  const levels: Level[] = [];
  const xs = tasks.map(({ start }) => toX(start));
  const placed = tasks.map((task, i) => {
    const lines = typesetter.set(task.label, 14, style);
    const x = xs[i] ?? 0;
    const others = xs.filter((_, index) => index !== i);
    const { level, span } = freePlace(placesAt(x, lines.width, width), levels, others);
    levels[level] ??= { spans: [], height: 0 };
    levels[level].spans.push(span);
    levels[level].height = Math.max(levels[level].height, lines.height);
    return { task, lines, x, labelX: (span.from + span.to) / 2, level };
  });
  const topOf = (level: number) =>
    levels.slice(0, level).reduce((sum, each) => sum + each.height, 0);
  const height = topOf(levels.length);
  return {
    markers: placed.map(({ level, ...marker }) => ({ ...marker, labelY: topOf(level) })),
    height: height === 0 ? 0 : height + 6,
  };
}

/** Above its line, or else on its left or its right, in the drawing. */
function placesAt(x: number, length: number, width: number): readonly [Span, ...Span[]] {
  const at = (start: number): Span => {
    const from = Math.max(0, Math.min(width - length, start));
    return { from, to: from + length };
  };
  return [at(x - length / 2), at(x - length), at(x)];
}

/** The first place that is free of labels, and of the other lines. */
function freePlace(
  places: readonly [Span, ...Span[]],
  levels: readonly Level[],
  lines: readonly number[],
): { readonly level: number; readonly span: Span } {
  const isCrossed = ({ from, to }: Span) => lines.some((x) => x > from - 2 && x < to + 2);
  for (const [level, { spans }] of [...levels, { spans: [] }].entries()) {
    const free = places.filter((each) =>
      spans.every((other) => other.to + gap / 2 <= each.from || each.to + gap / 2 <= other.from),
    );
    const span = free.find((each) => !isCrossed(each));
    if (span) return { level, span };
  }
  return { level: levels.length, span: places[0] };
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
