import type { Direction, GraphSpec } from '../../../model/diagram/diagram.ts';
import { middle } from '../svg.ts';
import { depthsOf } from './depths.ts';
import { layOut } from './layout.ts';
import { extentOfPiece, joinPieces, type PlacedPiece, pieceOf } from './pieces.ts';
import type { EdgeLayout, Layout, Sizes, Spacing } from './positions.ts';

/** A place where a graph can be divided: only one edge leads from what is before it to what is after it. */
interface Cut {
  /** The edge. */
  readonly index: number;
  /** The nodes before it. */
  readonly before: ReadonlySet<string>;
  /** The length of what is before it. */
  readonly length: number;
}

/**
 * Lays out a chain in rows, the first from left to right, the next one back, and so on. Each ends above the start of
 * the next one.
 *
 * @returns `undefined` if the graph cannot be divided into so many rows
 * @throws LayoutError
 */
export async function layOutRows(
  spec: GraphSpec,
  sizes: Sizes,
  count: number,
  spacing: Spacing,
): Promise<Layout | undefined> {
  const cuts = chooseCuts(spec, sizes, spacing, count);
  if (!cuts) return undefined;
  const placed: PlacedPiece[] = [];
  const lines = new Map<number, EdgeLayout>();
  let [x, y] = [0, 0];
  for (const [row, nodes] of rowsOf(spec, cuts).entries()) {
    const piece = pieceOf(spec, sizes, new Set([...nodes, ...groupsAround(nodes, spec)]));
    const direction: Direction = row % 2 === 0 ? 'LR' : 'RL';
    const layout = await layOut(piece.spec, piece.sizes, direction, spacing);
    const extent = extentOfPiece(piece, layout);
    const centerOf = (id = ''): number => middle(layout.nodes.get(id) ?? extent).x;
    const [last, next] = [cuts[row - 1], cuts[row]];
    const start = last && centerOf(spec.edges[last.index]?.to);
    const shift = { x: start === undefined ? -extent.x : x - start, y: y - extent.y };
    placed.push({ piece, layout, shift });
    if (!next) break;
    x = centerOf(spec.edges[next.index]?.from) + shift.x;
    const { height = 0 } = sizes.labels[next.index] ?? {};
    const bottom = y + extent.height;
    y = bottom + spacing.ranks + height;
    const label = height > 0 && { label: { x, y: (bottom + y) / 2 } };
    lines.set(next.index, { isVertical: true, points: [], ...label });
  }
  return joinPieces(spec, placed, lines);
}

/** The nodes of each row. */
function rowsOf({ nodes }: GraphSpec, cuts: readonly Cut[]): readonly ReadonlySet<string>[] {
  const ids = nodes.map(({ id }) => id);
  return Array.from({ length: cuts.length + 1 }, (_, row) => {
    const [last, next] = [cuts[row - 1], cuts[row]];
    return new Set(ids.filter((id) => !last?.before.has(id) && (!next || next.before.has(id))));
  });
}

/** The groups around nodes. */
function groupsAround(ids: ReadonlySet<string>, { nodes, groups }: GraphSpec): ReadonlySet<string> {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const around = new Set<string>();
  for (const { id, group } of nodes) {
    for (let at = ids.has(id) ? group : undefined; at !== undefined; at = parents.get(at)) {
      around.add(at);
    }
  }
  return around;
}

/** The cuts that divide a graph into rows of similar length. */
function chooseCuts(
  spec: GraphSpec,
  sizes: Sizes,
  spacing: Spacing,
  count: number,
): readonly Cut[] | undefined {
  const { cuts, length } = findCuts(spec, sizes, spacing);
  const chosen: Cut[] = [];
  for (let row = 1; row < count; row++) {
    const wanted = (length * row) / count;
    const distance = (cut: Cut) => Math.abs(cut.length - wanted);
    const [first, ...others] = cuts.filter((cut) => cut.length > (chosen.at(-1)?.length ?? 0));
    if (!first) return undefined;
    chosen.push(others.reduce((best, cut) => (distance(cut) < distance(best) ? cut : best), first));
  }
  return chosen;
}

/** The cuts of a graph in its order, and its length. */
function findCuts(
  spec: GraphSpec,
  sizes: Sizes,
  spacing: Spacing,
): { readonly cuts: readonly Cut[]; readonly length: number } {
  const { nodes, edges } = spec;
  const ids = new Set(nodes.map(({ id }) => id));
  const links = edges.map(({ from, to }, index) => ({ index, from, to }));
  const depths = depthsOf({
    boxes: nodes,
    edges: links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  });
  const ranks = Array.from({ length: Math.max(...depths.values()) + 1 }, (_, depth) =>
    [...ids].filter((id) => depths.get(id) === depth),
  );
  const before = new Set<string>();
  const cuts: Cut[] = [];
  let length = 0;
  for (const [depth, rank] of ranks.entries()) {
    for (const id of rank) before.add(id);
    length += Math.max(...rank.map((id) => sizes.nodes.get(id)?.width ?? 0)) + spacing.ranks;
    const crossing = edges.flatMap(({ from, to }, i) =>
      before.has(from) === before.has(to) ? [] : [i],
    );
    const [index] = crossing;
    const isChain = crossing.length === 1 && rank.length === 1 && ranks[depth + 1]?.length === 1;
    if (index !== undefined && isChain && !dividesGroup(before, spec)) {
      cuts.push({ index, before: new Set(before), length });
    }
    length += Math.max(0, ...crossing.map((i) => sizes.labels[i]?.width ?? 0));
  }
  return { cuts, length };
}

/** Whether a group has nodes both among those and among the others. */
function dividesGroup(ids: ReadonlySet<string>, spec: GraphSpec): boolean {
  const others = new Set(spec.nodes.flatMap(({ id }) => (ids.has(id) ? [] : [id])));
  const around = groupsAround(others, spec);
  return [...groupsAround(ids, spec)].some((group) => around.has(group));
}
