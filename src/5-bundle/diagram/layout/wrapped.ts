import type { Direction, GraphSpec } from '../../../model/diagram/diagram.ts';
import { type Box, middle, moved } from '../svg.ts';
import { RankAxes } from './axes.ts';
import type { Links } from './back-edges.ts';
import { componentsOf } from './components.ts';
import { depthsOf } from './depths.ts';
import { layOut } from './layout.ts';
import { extentOfPiece, joinPieces, type PlacedPiece, pieceOf } from './pieces.ts';
import {
  type EdgeLayout,
  type Layout,
  runsVertically,
  type Sizes,
  type Spacing,
} from './positions.ts';

/** How far a line leads on before it turns to the next part. */
const reach = 22;
/** The distance of such a line to the parts before and after it. */
const lineGap = 18;

/** An edge that is the only one from what is before it to what is after it. */
interface Bridge {
  readonly index: number;
  /** The nodes and groups after it. All are reached from its end. */
  readonly after: ReadonlySet<string>;
  /** Its distance from the start, along the ranks. */
  readonly at: number;
}

/**
 * Lays out a long graph in parts that all run in its direction, next to each other: lines of text when it runs from
 * left to right. A line leads from the end of each part back to the start of the next one.
 *
 * @returns `undefined` if the graph cannot be divided into so many parts
 * @throws LayoutError
 */
export async function layOutWrapped(
  spec: GraphSpec,
  sizes: Sizes,
  direction: Direction,
  count: number,
  spacing: Spacing,
): Promise<Layout | undefined> {
  const axes = new WrappedAxes(direction);
  const bridges = chooseBridges(spec, sizes, axes, spacing, count);
  if (!bridges) return undefined;
  const placed: PlacedPiece[] = [];
  const lines = new Map<number, EdgeLayout>();
  const everything = new Set([...spec.nodes, ...spec.groups].map(({ id }) => id));
  let left: { readonly exit: Box; readonly border: number } | undefined;
  let across = 0;
  for (let part = 0; part <= bridges.length; part++) {
    const [before, next] = [bridges[part - 1], bridges[part]];
    const ids = [...(before?.after ?? everything)].filter((id) => !next?.after.has(id));
    const own = withExit(spec, sizes, new Set(ids), next);
    const piece = pieceOf(own.spec, own.sizes, own.ids);
    const layout = await layOut(piece.spec, piece.sizes, direction, spacing);
    const extent = extentOfPiece(piece, layout);
    const label = before && sizes.labels[before.index];
    const gap = before ? 2 * lineGap + (label ? axes.across(label) : 0) : 0;
    const start = across + gap;
    const shift = axes.point(-axes.low(extent), start - axes.acrossOf(extent));
    const move = (box: Box): Box => moved(box, shift);
    const first = spec.edges[before?.index ?? -1]?.to ?? '';
    const entry = layout.nodes.get(first) ?? layout.groups.get(first);
    if (before && left && entry) {
      const middleOfGap = across + gap / 2;
      lines.set(before.index, axes.line(left, move(entry), middleOfGap, label !== undefined));
    }
    const exit = layout.nodes.get(exitId);
    left = exit && { exit: move(exit), border: axes.end(move(extent)) };
    placed.push({ piece, layout, shift });
    across = start + axes.across(extent);
  }
  return continueLines(spec, joinPieces(spec, placed), lines);
}

/** A point at the end of a part, to which the edge to the next part leads. */
const exitId = '\0exit';

function withExit(
  spec: GraphSpec,
  sizes: Sizes,
  ids: ReadonlySet<string>,
  next: Bridge | undefined,
): { readonly spec: GraphSpec; readonly sizes: Sizes; readonly ids: ReadonlySet<string> } {
  const edge = next && spec.edges[next.index];
  const [node] = spec.nodes;
  if (!edge || !node) return { spec, sizes, ids };
  const { group: _, ...alone } = node;
  const own = pieceOf(spec, sizes, ids).spec;
  const outer = contract(own, () => 1);
  const depths = depthsOf(outer);
  const length = Math.max(...depths.values()) - (depths.get(outer.unitOf(edge.from)) ?? 0);
  const edges = spec.edges.map((each) =>
    each === edge ? { ...edge, to: exitId, length: Math.max(1, length) } : each,
  );
  return {
    spec: { ...spec, nodes: [...spec.nodes, { ...alone, id: exitId }], edges },
    sizes: {
      ...sizes,
      nodes: new Map([...sizes.nodes, [exitId, { width: 1, height: 1 }]]),
      labels: sizes.labels.map((label, i) => (i === next.index ? undefined : label)),
    },
    ids: new Set([...ids, exitId]),
  };
}

/** Continues the lines to the ends of parts. */
function continueLines(
  { edges }: GraphSpec,
  layout: Layout,
  lines: ReadonlyMap<number, EdgeLayout>,
): Layout {
  const nodes = new Map(layout.nodes);
  nodes.delete(exitId);
  const none = { isVertical: true, points: [] };
  return {
    ...layout,
    nodes,
    edges: edges.map((_, i) => {
      const [toExit = none, onward] = [layout.edges[i], lines.get(i)];
      return onward ? { ...onward, points: toExit.points } : toExit;
    }),
  };
}

class WrappedAxes extends RankAxes {
  /** 1 if ranks run down or to the right. */
  readonly #sign: number;

  constructor(direction: Direction) {
    super(runsVertically(direction));
    this.#sign = direction === 'TB' || direction === 'LR' ? 1 : -1;
  }

  /** The coordinate along the ranks of the side where a part begins. */
  low(box: Box): number {
    const start = this.alongOf(box);
    return this.#sign > 0 ? start : start + this.along(box);
  }

  end(box: Box): number {
    return this.low(box) + this.#sign * this.along(box);
  }

  /** The line from the end of a part through the gap to the start of the next one. */
  line(
    { exit, border }: { readonly exit: Box; readonly border: number },
    entry: Box,
    gap: number,
    hasLabel: boolean,
  ): EdgeLayout {
    const from = this.acrossOf(middle(exit));
    const to = this.acrossOf(middle(entry));
    const far = border + this.#sign * reach;
    const start = this.low(entry);
    const near = start - this.#sign * reach;
    const path = [
      this.point(this.low(exit), from),
      this.point(far, from),
      this.point(far, gap),
      this.point(near, gap),
      this.point(near, to),
      this.point(start, to),
    ];
    const label = hasLabel && { label: this.point((far + near) / 2, gap) };
    return { isVertical: this.isVertical, points: [], rail: { end: 'to', path }, ...label };
  }
}

/** The bridges that divide a graph into parts of similar length. */
function chooseBridges(
  spec: GraphSpec,
  sizes: Sizes,
  axes: WrappedAxes,
  spacing: Spacing,
  count: number,
): readonly Bridge[] | undefined {
  const { bridges, length } = findBridges(spec, sizes, axes, spacing);
  const chosen: Bridge[] = [];
  for (let part = 1; part < count; part++) {
    const wanted = (length * part) / count;
    const distance = (bridge: Bridge) => Math.abs(bridge.at - wanted);
    const [first, ...others] = bridges.filter(({ at }) => at > (chosen.at(-1)?.at ?? 0));
    if (!first) return undefined;
    chosen.push(
      others.reduce((best, each) => (distance(each) < distance(best) ? each : best), first),
    );
  }
  return chosen;
}

function findBridges(
  spec: GraphSpec,
  sizes: Sizes,
  axes: WrappedAxes,
  spacing: Spacing,
): { readonly bridges: readonly Bridge[]; readonly length: number } {
  const outer = contract(spec, (id) => {
    const size = sizes.nodes.get(id) ?? sizes.heads.get(id) ?? { width: 0, height: 0 };
    return axes.along(size) + spacing.ranks;
  });
  const depths = depthsOf(outer);
  const depthOf = (id: string) => depths.get(outer.unitOf(id)) ?? 0;
  const lengths: number[] = [];
  for (const { id, length } of outer.boxes)
    lengths[depthOf(id)] = Math.max(lengths[depthOf(id)] ?? 0, length);
  const starts = lengths.map((_, i) => lengths.slice(0, i).reduce((sum, each) => sum + each, 0));
  const found = spec.edges.flatMap(({ from, to }, index): readonly Bridge[] => {
    if (depthOf(from) >= depthOf(to)) return [];
    const others = spec.edges.filter((_, i) => i !== index);
    const after = componentsOf({ ...spec, edges: others }).find((part) => part.has(to));
    if (!after || after.has(from) || !isReached(outer, outer.unitOf(to), after)) return [];
    return [{ index, after, at: starts[depthOf(to)] ?? 0 }];
  });
  return { bridges: inChain(found), length: (starts.at(-1) ?? 0) + (lengths.at(-1) ?? 0) };
}

/** A graph with its outermost groups as boxes. */
interface Contracted extends Links {
  readonly boxes: readonly { readonly id: string; readonly length: number }[];
  readonly unitOf: (id: string) => string;
}

function contract(spec: GraphSpec, lengthOf: (id: string) => number): Contracted {
  const parents = new Map<string, string | undefined>([
    ...spec.nodes.map(({ id, group }) => [id, group] as const),
    ...spec.groups.map(({ id, parent }) => [id, parent] as const),
  ]);
  const unitOf = (id: string): string => {
    const parent = parents.get(id);
    return parent === undefined ? id : unitOf(parent);
  };
  const lengths = new Map<string, number>();
  for (const { id } of spec.nodes)
    lengths.set(unitOf(id), (lengths.get(unitOf(id)) ?? 0) + lengthOf(id));
  const links = spec.edges.map(({ from, to }, index) => ({
    index,
    from: unitOf(from),
    to: unitOf(to),
  }));
  return {
    boxes: [...lengths].map(([id, length]) => ({ id, length })),
    edges: links.filter(({ from, to }) => lengths.has(from) && lengths.has(to)),
    unitOf,
  };
}

/** Whether all boxes of a part are reached from one of them. */
function isReached({ boxes, edges }: Contracted, start: string, ids: ReadonlySet<string>): boolean {
  const reached = new Set([start]);
  for (const id of reached) {
    for (const { from, to } of edges) if (from === id && ids.has(to)) reached.add(to);
  }
  return boxes.every(({ id }) => !ids.has(id) || reached.has(id));
}

/** Bridges, each of which is after the one before it: at a fork, those of the longer way. */
function inChain(bridges: readonly Bridge[]): readonly Bridge[] {
  const sorted = bridges.toSorted((a, b) => b.after.size - a.after.size || a.at - b.at);
  const chain: Bridge[] = [];
  for (const bridge of sorted) {
    const last = chain.at(-1);
    const isWithin = !last || [...bridge.after].every((id) => last.after.has(id));
    if (isWithin) chain.push(bridge);
  }
  return chain;
}
