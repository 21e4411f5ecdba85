import { TimeLimitError, withTimeLimit } from '../../base/time/time-limit.ts';
import type { Direction, GraphGroup, GraphSpec } from '../../model/diagram.ts';
import type { Size } from './shapes.ts';
import type { Box, Point } from './svg.ts';

/** The reason why a graph cannot be laid out. */
export class LayoutError extends Error {}

/** In milliseconds. Graphs that fit on a slide need a hundredth of it. */
const timeLimit = 10_000;

/** The distances between nodes of a rank, and between ranks. */
export interface Spacing {
  readonly nodes: number;
  readonly ranks: number;
}

/** The positions of nodes and edges. */
export interface Layout {
  readonly nodes: ReadonlyMap<string, Box>;
  /** The points of each edge without its ends, by the index of the edge. */
  readonly edges: readonly EdgeLayout[];
}

export interface EdgeLayout {
  /** The nodes that it connects; a group is represented by one of its nodes. */
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
  /** The center of its label. */
  readonly label?: Point;
}

/**
 * Lays out a graph in ranks along its edges, with dagre.
 *
 * @throws LayoutError
 */
export async function layOut(
  spec: GraphSpec,
  sizes: ReadonlyMap<string, Size>,
  labels: readonly (Size | undefined)[],
  direction: Direction,
  spacing: Spacing,
): Promise<Layout> {
  const { Graph, layout } = await import('@dagrejs/dagre');
  const graph = new Graph({ compound: spec.groups.length > 0, multigraph: true });
  graph.setGraph({
    rankdir: direction,
    nodesep: spacing.nodes,
    ranksep: spacing.ranks,
    edgesep: spacing.nodes / 2,
  });
  // The library uses names as keys of plain objects, where "__proto__" is unsafe.
  const names = new Map([
    ...spec.groups.map(({ id }, i) => [id, `group${i}`] as const),
    ...spec.nodes.map(({ id }, i) => [id, `node${i}`] as const),
  ]);
  const nameOf = (id: string) => names.get(id) ?? '';
  for (const { id } of spec.groups) graph.setNode(nameOf(id), {});
  for (const { id, parent } of spec.groups) {
    if (parent !== undefined) graph.setParent(nameOf(id), nameOf(parent));
  }
  for (const { id, group } of spec.nodes) {
    graph.setNode(nameOf(id), { ...sizes.get(id) });
    if (group !== undefined) graph.setParent(nameOf(id), nameOf(group));
  }
  const ends = spec.edges.map(({ from, to }) => ({
    from: nodeIn(from, spec, 'last'),
    to: nodeIn(to, spec, 'first'),
  }));
  for (const [i, { length }] of spec.edges.entries()) {
    const { from = '', to = '' } = ends[i] ?? {};
    const label = { minlen: length, labelpos: 'c', ...labels[i] } as const;
    graph.setEdge(nameOf(from), nameOf(to), label, String(i));
  }
  try {
    withTimeLimit(timeLimit, () => layout(graph));
  } catch (error) {
    const isSlow = error instanceof TimeLimitError;
    throw new LayoutError(
      isSlow ? `it takes longer than ${timeLimit / 1000} seconds` : String(error),
    );
  }
  const boxes = spec.nodes.map(({ id }) => [id, boxOf(graph.node(nameOf(id)))] as const);
  const edges = ends.map(({ from = '', to = '' }, i): EdgeLayout => {
    const {
      points = [],
      x,
      y,
    } = graph.edge(nameOf(from), nameOf(to), String(i)) as { points?: Point[] } & Partial<Point>;
    const label = labels[i] && x !== undefined && y !== undefined ? { label: { x, y } } : {};
    return { from, to, points: points.slice(1, -1), ...label };
  });
  const isVertical = direction === 'TB' || direction === 'BT';
  return inOrder({ nodes: new Map(boxes), edges }, isVertical);
}

/** The node at which an edge ends: for a group, its first or last node. */
function nodeIn(id: string, { nodes, groups }: GraphSpec, which: 'first' | 'last'): string {
  if (nodes.some((node) => node.id === id)) return id;
  const inside = nodes.filter(({ group }) => isWithin(group, id, groups));
  return (which === 'first' ? inside[0] : inside.at(-1))?.id ?? id;
}

export function isWithin(
  group: string | undefined,
  ancestor: string,
  groups: readonly GraphGroup[],
): boolean {
  if (group === undefined || group === ancestor) return group === ancestor;
  return isWithin(groups.find(({ id }) => id === group)?.parent, ancestor, groups);
}

function boxOf(node: unknown): Box {
  const { x, y, width, height } = node as Box;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Mirrors a layout if that puts more neighbors in source order, from left to right or top to bottom. */
function inOrder(layout: Layout, isVertical: boolean): Layout {
  const { nodes, edges } = layout;
  const place = (id: string) => (isVertical ? nodes.get(id)?.x : nodes.get(id)?.y) ?? 0;
  const rising = (one: EdgeLayout, other: EdgeLayout): number => {
    if (one.from === other.from) return Math.sign(place(other.to) - place(one.to));
    return one.to === other.to ? Math.sign(place(other.from) - place(one.from)) : 0;
  };
  const balance = edges.reduce(
    (sum, one, i) => edges.slice(i + 1).reduce((part, other) => part + rising(one, other), sum),
    0,
  );
  // Space for an edge from a box to itself is reserved on one side only.
  const hasLoop = edges.some(({ from, to }) => from === to);
  return balance < 0 && !hasLoop ? mirror(layout, isVertical) : layout;
}

function mirror({ nodes, edges }: Layout, isVertical: boolean): Layout {
  const flip = <T extends Point & Partial<Box>>(item: T): T =>
    isVertical
      ? { ...item, x: -item.x - (item.width ?? 0) }
      : { ...item, y: -item.y - (item.height ?? 0) };
  return {
    nodes: new Map([...nodes].map(([id, box]) => [id, flip(box)])),
    edges: edges.map(({ label, points, ...ends }) => ({
      ...ends,
      points: points.map(flip),
      ...(label && { label: flip(label) }),
    })),
  };
}
