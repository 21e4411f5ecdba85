import type { GanttSpec } from '../../../model/diagram/gantt.ts';
import type { Lines } from '../typesetter.ts';
import { extentOf, type PlacedTask } from './labels.ts';

/** A row of tasks from top to bottom. */
export interface Row {
  readonly tasks: readonly PlacedTask[];
  readonly y: number;
  readonly height: number;
}

/** The rows of a section. */
export interface Section {
  readonly title: Lines;
  readonly rows: readonly Row[];
  readonly y: number;
  readonly height: number;
}

const rowPadding = 5;
const rowGap = 6;
const minRow = 22;
/** The distance of tasks that share a row. */
const taskGap = 12;

/** Places tasks in rows below each other; a compact chart has several in a row. */
export function placeRows(
  { isCompact }: GanttSpec,
  placed: readonly PlacedTask[],
  titles: readonly Lines[],
  top: number,
  spacing: number,
): { readonly sections: readonly Section[]; readonly bottom: number } {
  let y = top;
  const sections = titles.flatMap((title, index): readonly Section[] => {
    const own = placed.filter(({ task }) => task.section === index);
    if (own.length === 0) return [];
    const rows = (isCompact ? share(own) : own.map((each) => [each])).map((tasks) => ({
      tasks,
      height: heightOf(tasks, spacing),
    }));
    const gap = rowGap * spacing;
    const needed = rows.reduce((sum, { height }) => sum + height + gap, gap);
    const height = Math.max(needed, title.height + 2 * gap);
    let rowY = y + (height - needed) / 2 + gap;
    const section = {
      title,
      y,
      height,
      rows: rows.map((row) => {
        const at = { ...row, y: rowY };
        rowY += row.height + gap;
        return at;
      }),
    };
    y += height;
    return [section];
  });
  return { sections, bottom: y };
}

function heightOf(tasks: readonly PlacedTask[], spacing: number): number {
  return Math.max(minRow, ...tasks.map(({ lines }) => lines.height + 2 * rowPadding * spacing));
}

/** Puts each task in the first row where it and its label are free. */
function share(tasks: readonly PlacedTask[]): readonly (readonly PlacedTask[])[] {
  const rows: PlacedTask[][] = [];
  for (const task of tasks.toSorted((a, b) => a.from - b.from)) {
    const { from, to } = extentOf(task);
    const free = rows.find((row) =>
      row.map(extentOf).every((other) => other.to + taskGap <= from || to + taskGap <= other.from),
    );
    if (free) free.push(task);
    else rows.push([task]);
  }
  return rows;
}
