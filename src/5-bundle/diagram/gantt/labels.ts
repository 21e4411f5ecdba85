import type { GanttTask } from '../../../model/diagram/gantt.ts';
import type { Lines, Typesetter } from '../typesetter.ts';

/** The part of the drawing that tasks and their labels are in. */
export interface Plot {
  readonly left: number;
  /** Of the bars. */
  readonly width: number;
  /** The right edge of the drawing; labels may be between it and the bars. */
  readonly right: number;
  toX(time: number): number;
}

/** A task with its place from left to right. */
export interface PlacedTask {
  readonly task: GanttTask;
  readonly lines: Lines;
  /** The left and right edge of its bar or diamond. */
  readonly from: number;
  readonly to: number;
  readonly side: 'inside' | 'right' | 'left';
}

export const labelStyle = { isSmall: true, breaksWords: true } as const;
/** The distance of a label from the edges of its bar. */
export const labelGap = 8;
/** The width of the block at the start of a critical task. */
export const capWidth = 7;
const minBar = 4;
/** Half of the width of a diamond. */
export const diamond = 11;
/** In multiples of the text size. */
const maxLabel = 24;
/** The share of the plot that bars have at least. */
const minShare = 0.55;

/** Places bars on the axis, and each label in its bar, or else next to it where it is in the drawing. */
export function placeTasks(
  tasks: readonly GanttTask[],
  { left, right, start, end }: { left: number; right: number; start: number; end: number },
  typesetter: Typesetter,
): { readonly plot: Plot; readonly placed: readonly PlacedTask[] } {
  const set = tasks.map((task) => ({
    task,
    lines: typesetter.set(task.label, maxLabel, labelStyle),
  }));
  const room = right - left;
  const plotOf = (width: number): Plot => ({
    left,
    width,
    right,
    toX: (time) => left + diamond + ((time - start) / (end - start)) * (width - 2 * diamond),
  });
  let plot = plotOf(room);
  for (let i = 0; i < 12; i++) {
    const current = plot;
    const over = set.map(({ task, lines }) => overflow(task, lines, current));
    const most = Math.max(0, ...over);
    if (most === 0 || plot.width <= room * minShare) break;
    plot = plotOf(Math.max(room * minShare, plot.width - Math.max(most, 4)));
  }
  const placed = set.map(({ task, lines }) => placeTask(task, lines, plot, typesetter));
  return { plot, placed };
}

function edgesOf({ start, end, shownEnd, mark }: GanttTask, { toX }: Plot) {
  if (mark === 'milestone') {
    const middle = toX((start + end) / 2);
    return { from: middle - diamond, to: middle + diamond };
  }
  const from = toX(start);
  return { from, to: Math.max(from + minBar, toX(shownEnd)) };
}

/** The room of a label in and next to its bar. */
function roomsOf(task: GanttTask, plot: Plot) {
  const { from, to } = edgesOf(task, plot);
  const cap = task.isCritical ? capWidth : 0;
  return {
    inside: task.mark === 'milestone' ? 0 : to - from - 2 * labelGap - cap,
    right: plot.right - to - labelGap,
    left: from - plot.left - labelGap,
  };
}

/** By how much a label extends beyond the drawing. */
function overflow(task: GanttTask, { width }: Lines, plot: Plot): number {
  const { inside, right, left } = roomsOf(task, plot);
  return Math.max(0, width - Math.max(inside, right, left));
}

function placeTask(task: GanttTask, lines: Lines, plot: Plot, typesetter: Typesetter): PlacedTask {
  const rooms = roomsOf(task, plot);
  const edges = edgesOf(task, plot);
  for (const side of ['inside', 'right', 'left'] as const) {
    if (lines.width <= rooms[side]) return { task, lines, ...edges, side };
  }
  const sides = (['inside', 'right', 'left'] as const).toSorted((a, b) => rooms[b] - rooms[a]);
  const [side = 'right'] = sides;
  const width = Math.max(60, rooms[side]) / typesetter.size;
  return { task, lines: typesetter.set(task.label, width, labelStyle), ...edges, side };
}

/** What a task and its label cover. */
export function extentOf({ from, to, side, lines }: PlacedTask) {
  const label = lines.width + labelGap;
  return { from: side === 'left' ? from - label : from, to: side === 'right' ? to + label : to };
}
