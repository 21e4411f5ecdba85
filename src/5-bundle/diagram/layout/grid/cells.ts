import type { EdgeSides, Side } from '../../../../model/diagram/diagram.ts';
import type { Point } from '../../svg.ts';
import { sideVectors } from './lines.ts';

/** The place of a box in a grid. */
export interface GridCell {
  readonly id: string;
  readonly column: number;
  readonly row: number;
  /** The point of the box that is on the lines of the grid; without, its center. */
  readonly anchor?: Point;
}

interface Link {
  readonly from: string;
  readonly to: string;
  readonly sides: EdgeSides;
  /** Of the edge. */
  readonly index: number;
}

/** The point in a box that an edge is aligned with. */
type AnchorOf = (edge: number, id: string, end: 'from' | 'to') => Point;

/** How the lines of boxes run that lead out of their grid. */
export type Lean = 'level' | 'upright' | 'none';

/** The ratio of columns to rows of boxes without lines. */
const blockRatio = 1.6;

/** Places boxes in the cells of a grid, as the sides of the edges between them say. */
export function placeCells(
  ids: readonly string[],
  links: readonly Link[],
  anchorOf: AnchorOf,
  leanOf: (id: string) => Lean,
): readonly GridCell[] {
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const parts: (readonly GridCell[])[] = [];
  const placed = new Set<string>();
  for (const id of ids) {
    if (placed.has(id) || !linked.has(id)) continue;
    const part = placeFrom(id, links, anchorOf);
    for (const cell of part) placed.add(cell.id);
    parts.push(part);
  }
  const alone = ids.filter((id) => !linked.has(id));
  const leaning = (lean: Lean) => alone.filter((id) => leanOf(id) === lean);
  const [level, upright, free] = [leaning('level'), leaning('upright'), leaning('none')];
  // Lines to the sides do not run over boxes that are below each other.
  return inRow([
    ...parts,
    inColumns(level, 1),
    inColumns(upright, upright.length),
    inColumns(free, Math.round(Math.sqrt(free.length * blockRatio))),
  ]);
}

function inColumns(ids: readonly string[], count: number): readonly GridCell[] {
  const columns = Math.max(1, count);
  return ids.map((id, i) => ({ id, column: i % columns, row: Math.floor(i / columns) }));
}

/** The parts of a grid next to each other. */
function inRow(parts: readonly (readonly GridCell[])[]): readonly GridCell[] {
  let start = 0;
  return parts.flatMap((part) => {
    if (part.length === 0) return [];
    const columns = part.map(({ column }) => column);
    const top = Math.min(...part.map(({ row }) => row));
    const shift = start - Math.min(...columns);
    start += Math.max(...columns) - Math.min(...columns) + 1;
    return part.map((cell) => ({ ...cell, column: cell.column + shift, row: cell.row - top }));
  });
}

/** Places a box and all that are connected with it. */
function placeFrom(first: string, links: readonly Link[], anchorOf: AnchorOf): readonly GridCell[] {
  const cells = new Map<string, GridCell>();
  const own = links.find(({ from, to }) => from === first || to === first);
  const anchor = own && anchorOf(own.index, first, own.from === first ? 'from' : 'to');
  cells.set(first, { id: first, column: 0, row: 0, ...(anchor && { anchor }) });
  for (const { id, column, row } of cells.values()) {
    for (const { from, to, sides, index } of links) {
      if (from !== id && to !== id) continue;
      const isForth = from === id;
      const next = isForth ? to : from;
      if (cells.has(next)) continue;
      const step = isForth ? stepBetween(sides.from, sides.to) : stepBetween(sides.to, sides.from);
      const place = freePlace(cells, { column: column + step.x, row: row + step.y }, step);
      cells.set(next, {
        id: next,
        ...place,
        anchor: anchorOf(index, next, isForth ? 'to' : 'from'),
      });
    }
  }
  return [...cells.values()];
}

/** From the cell of one box to that of the other. */
function stepBetween(side: Side, other: Side): Point {
  const [out, into] = [sideVectors[side], sideVectors[other]];
  // Two lines that leave at the same side turn back.
  if (side === other) return { x: Math.abs(out.y), y: Math.abs(out.x) };
  const isOpposite = out.x === -into.x && out.y === -into.y;
  return isOpposite ? out : { x: out.x - into.x, y: out.y - into.y };
}

interface Place {
  readonly column: number;
  readonly row: number;
}

/** The place itself, or the nearest free one next to it, across the step that leads to it. */
function freePlace(cells: ReadonlyMap<string, GridCell>, wanted: Place, step: Point): Place {
  const isFree = ({ column, row }: Place) =>
    ![...cells.values()].some((cell) => cell.column === column && cell.row === row);
  const isLevel = step.y === 0;
  for (let distance = 0; ; distance++) {
    for (const by of distance === 0 ? [0] : [distance, -distance]) {
      const place = {
        column: wanted.column + (isLevel ? 0 : by),
        row: wanted.row + (isLevel ? by : 0),
      };
      if (isFree(place)) return place;
    }
  }
}
