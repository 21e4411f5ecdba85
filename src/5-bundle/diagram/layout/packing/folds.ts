import type { Direction, GraphEdge, GraphSpec } from '../../../../model/diagram/diagram.ts';
import type { Size } from '../../shapes.ts';
import { findBackEdges } from '../back-edges.ts';
import { depthsOf } from '../depths.ts';
import { runsVertically, type Sizes, type Spacing } from '../positions.ts';

/**
 * Divides ranks that are wider than others into several, by making edges longer. Their lines run between the boxes of
 * the ranks before.
 *
 * @param share of the widest rank that ranks may be wide
 * @returns `undefined` if no rank is divided
 */
export function foldRanks(
  spec: GraphSpec,
  sizes: Sizes,
  direction: Direction,
  spacing: Spacing,
  share: number,
): GraphSpec | undefined {
  const { nodes, edges } = spec;
  const across = ({ width, height }: Size) => (runsVertically(direction) ? width : height);
  const ids = new Set(nodes.map(({ id }) => id));
  const links = edges.map(({ from, to }, index) => ({ index, from, to }));
  const inner = {
    boxes: nodes,
    edges: links.filter((each) => ids.has(each.from) && ids.has(each.to)),
  };
  const depths = depthsOf(inner);
  const widths = new Map<number, number>();
  for (const { id } of nodes) {
    const depth = depths.get(id) ?? 0;
    const width = across(sizes.nodes.get(id) ?? { width: 0, height: 0 }) + spacing.nodes;
    widths.set(depth, (widths.get(depth) ?? 0) + width);
  }
  const limit = Math.max(...widths.values()) * share;
  const counts = new Map(
    [...widths].map(([depth, width]) => [depth, Math.max(1, Math.ceil(width / limit - 0.01))]),
  );
  if ([...counts.values()].every((count) => count === 1)) return undefined;
  const ranks = ranksOf(spec, depths, counts);
  const back = findBackEdges(inner);
  const lengthOf = ({ from, to, length }: GraphEdge, index: number): number => {
    const [start, end] = [ranks.get(from), ranks.get(to)];
    if (start === undefined || end === undefined) return length;
    return Math.max(length, back.has(index) ? start - end : end - start);
  };
  return { ...spec, edges: edges.map((edge, i) => ({ ...edge, length: lengthOf(edge, i) })) };
}

/** The ranks of nodes: neighbors in a divided rank are in different ones, in turn. */
function ranksOf(
  { nodes }: GraphSpec,
  depths: ReadonlyMap<string, number>,
  counts: ReadonlyMap<number, number>,
): ReadonlyMap<string, number> {
  const starts = new Map<number, number>();
  let start = 0;
  for (const depth of [...counts.keys()].sort((a, b) => a - b)) {
    starts.set(depth, start);
    start += counts.get(depth) ?? 1;
  }
  const used = new Map<number, number>();
  return new Map(
    nodes.map(({ id }) => {
      const depth = depths.get(id) ?? 0;
      const place = used.get(depth) ?? 0;
      used.set(depth, place + 1);
      return [id, (starts.get(depth) ?? 0) + (place % (counts.get(depth) ?? 1))];
    }),
  );
}
