import type { Direction, GraphSpec } from '../../../model/diagram/diagram.ts';
import type { Size } from '../shapes.ts';
import type { Point } from '../svg.ts';
import { layOut } from './layout.ts';
import { extentOfPiece, joinPieces, pieceOf } from './pieces.ts';
import type { Layout, Sizes, Spacing } from './positions.ts';

/**
 * The nodes and groups that are connected with each other, by edges or by being in the same group, in source order.
 */
export function componentsOf({ nodes, groups, edges }: GraphSpec): readonly ReadonlySet<string>[] {
  const roots = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = roots.get(root); next !== undefined; next = roots.get(root)) root = next;
    return root;
  };
  const join = (one: string, other: string): void => {
    const [first, second] = [rootOf(one), rootOf(other)];
    if (first !== second) roots.set(second, first);
  };
  for (const { id, group } of nodes) if (group !== undefined) join(group, id);
  for (const { id, parent } of groups) if (parent !== undefined) join(parent, id);
  for (const { from, to } of edges) join(from, to);
  const components = new Map<string, Set<string>>();
  for (const { id } of [...nodes, ...groups]) {
    const root = rootOf(id);
    components.set(root, (components.get(root) ?? new Set()).add(id));
  }
  return [...components.values()];
}

/**
 * Lays out the components of a graph by themselves, in rows that fill the space.
 *
 * @param room whose proportions the rows should have
 * @throws LayoutError
 */
export async function layOutComponents(
  spec: GraphSpec,
  sizes: Sizes,
  direction: Direction,
  spacing: Spacing,
  room: Size,
): Promise<Layout> {
  const laidOut = [];
  for (const ids of componentsOf(spec)) {
    const piece = pieceOf(spec, sizes, ids);
    const layout = await layOut(piece.spec, piece.sizes, direction, spacing);
    laidOut.push({ piece, layout, extent: extentOfPiece(piece, layout) });
  }
  const places = pack(
    laidOut.map(({ extent }) => extent),
    spacing,
    room,
  );
  return joinPieces(
    spec,
    laidOut.map(({ piece, layout, extent }, i) => {
      const { x, y } = places[i] ?? extent;
      return { piece, layout, shift: { x: x - extent.x, y: y - extent.y } };
    }),
  );
}

/** The places of boxes in rows, in order, that can be shown largest in a room. */
export function pack(boxes: readonly Size[], spacing: Spacing, room: Size): readonly Point[] {
  const attempts = Array.from({ length: boxes.length }, (_, i) => i + 1).flatMap((count) => [
    inColumns(boxes, count, spacing),
    inRows(boxes, count, spacing),
  ]);
  const scaleOf = ({ width, height }: Size) => Math.min(room.width / width, room.height / height);
  const [first = { places: [], width: 0, height: 0 }, ...others] = attempts;
  // Columns are preferred where rows are hardly larger.
  return others.reduce((best, each) => (scaleOf(each) > scaleOf(best) * 1.02 ? each : best), first)
    .places;
}

interface Packed extends Size {
  readonly places: readonly Point[];
}

/** In a grid of as many columns, each box in the middle of its cell. */
function inColumns(boxes: readonly Size[], count: number, { nodes: gap }: Spacing): Packed {
  const rows = Math.ceil(boxes.length / count);
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...boxes.filter((_, i) => i % count === column).map(({ width }) => width)),
  );
  const heights = Array.from({ length: rows }, (_, row) =>
    Math.max(...boxes.slice(row * count, (row + 1) * count).map(({ height }) => height)),
  );
  const places = boxes.map((box, i) => {
    const [column, row] = [i % count, Math.floor(i / count)];
    return {
      x: before(widths, column, gap) + ((widths[column] ?? 0) - box.width) / 2,
      y: before(heights, row, gap) + ((heights[row] ?? 0) - box.height) / 2,
    };
  });
  return {
    places,
    width: before(widths, count, gap) - gap,
    height: before(heights, rows, gap) - gap,
  };
}

/** In at least as many rows of similar length, each in the middle. */
function inRows(boxes: readonly Size[], count: number, { nodes: gap }: Spacing): Packed {
  const limit =
    before(
      boxes.map(({ width }) => width),
      boxes.length,
      gap,
    ) / count;
  const rows: Size[][] = [];
  let length = 0;
  for (const box of boxes) {
    const last = rows.at(-1);
    // A box belongs where its middle is.
    if (last && length + box.width / 2 <= limit) last.push(box);
    else {
      rows.push([box]);
      length = 0;
    }
    length += box.width + gap;
  }
  const lengths = rows.map(
    (row) =>
      before(
        row.map(({ width }) => width),
        row.length,
        gap,
      ) - gap,
  );
  const heights = rows.map((row) => Math.max(...row.map(({ height }) => height)));
  const width = Math.max(...lengths);
  const places = rows.flatMap((row, r) =>
    row.map((box, i) => ({
      x:
        (width - (lengths[r] ?? 0)) / 2 +
        before(
          row.map((each) => each.width),
          i,
          gap,
        ),
      y: before(heights, r, gap) + ((heights[r] ?? 0) - box.height) / 2,
    })),
  );
  return { places, width, height: before(heights, rows.length, gap) - gap };
}

/** The lengths of the first items, each with a gap after it. */
function before(lengths: readonly number[], count: number, gap: number): number {
  return lengths.slice(0, count).reduce((sum, length) => sum + length + gap, 0);
}
