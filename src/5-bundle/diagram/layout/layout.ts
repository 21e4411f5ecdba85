import type { Direction, GraphSpec } from '../../../model/diagram/diagram.ts';
import type { Size } from '../shapes.ts';
import { type Box, boxAround, type Point } from '../svg.ts';
import { arrange } from './arrange.ts';
import { withNearEnds } from './near-ends.ts';
import { groupPadding } from './part-text.ts';
import { partsOf } from './parts.ts';
import {
  type EdgeLayout,
  type Layout,
  type PartLayout,
  runsVertically,
  type Sizes,
  type Spacing,
} from './positions.ts';

/**
 * Lays out a graph in ranks along its edges, with Graphviz. A group with a direction of its own is laid out by
 * itself, unless edges cross its frame.
 *
 * @throws LayoutError
 */
export async function layOut(
  spec: GraphSpec,
  sizes: Sizes,
  direction: Direction,
  spacing: Spacing,
): Promise<Layout> {
  const nodes = new Map<string, Box>();
  const groups = new Map<string, Box>();
  const edges = new Map<number, EdgeLayout>();
  const parts = await arrangeParts(spec, sizes, direction, spacing);
  for (const [root, layout] of parts.reverse()) {
    const frame = root === undefined ? undefined : nodes.get(root);
    const shift = frame ? shiftInto(frame, layout, sizes.heads.get(root ?? '')) : { x: 0, y: 0 };
    const move = <T extends Point>(item: T): T => ({
      ...item,
      x: item.x + shift.x,
      y: item.y + shift.y,
    });
    if (root !== undefined && frame) {
      nodes.delete(root);
      groups.set(root, frame);
    }
    for (const [id, box] of layout.nodes) nodes.set(id, move(box));
    for (const [id, box] of layout.groups) groups.set(id, move(box));
    for (const [index, { points, label, ...edge }] of layout.edges) {
      edges.set(index, { ...edge, points: points.map(move), ...(label && { label: move(label) }) });
    }
  }
  const isVertical = runsVertically(direction);
  return {
    nodes,
    groups,
    edges: spec.edges.map((_, i) => edges.get(i) ?? { isVertical, points: [] }),
    hasGlobalRanks: parts.some(([, layout]) => layout.hasGlobalRanks),
  };
}

/** Arranges the inner parts before the outer ones, which need their sizes. */
async function arrangeParts(
  spec: GraphSpec,
  sizes: Sizes,
  direction: Direction,
  spacing: Spacing,
): Promise<(readonly [string | undefined, PartLayout])[]> {
  const inner = new Map<string, Size>();
  const arranged: (readonly [string | undefined, PartLayout])[] = [];
  for (const part of partsOf(spec, direction)) {
    const layout = await arrange(withNearEnds(part), sizes, inner, spacing);
    arranged.push([part.root, layout]);
    if (part.root === undefined) continue;
    const { width, height } = extentOf(layout);
    const head = sizes.heads.get(part.root);
    inner.set(part.root, {
      width: Math.max(width, head?.width ?? 0) + 2 * groupPadding,
      height: height + (head?.height ?? 0) + 2 * groupPadding,
    });
  }
  return arranged;
}

/** How far a part moves into the middle of its frame, below the label. */
function shiftInto(frame: Box, layout: PartLayout, head: Size | undefined): Point {
  const extent = extentOf(layout);
  return {
    x: frame.x + (frame.width - extent.width) / 2 - extent.x,
    y: frame.y + groupPadding + (head?.height ?? 0) - extent.y,
  };
}

function extentOf({ nodes, groups, edges }: PartLayout): Box {
  const lines = [...edges.values()].flatMap(({ points, label }) => [
    ...points,
    ...(label ? [label] : []),
  ]);
  return boxAround([...nodes.values(), ...groups.values(), ...lines]);
}
