import type { Direction, GraphEdge, GraphSpec } from '../../../../model/diagram/diagram.ts';
import { lengthOfEnd } from '../../edges/ends.ts';
import type { Size } from '../../shapes.ts';
import { type Box, middle, moved, type Point } from '../../svg.ts';
import { RankAxes } from '../axes.ts';
import { type EdgeLayout, type Layout, runsVertically, type Sizes } from '../positions.ts';
import { type Block, blocksOf, type MemberEdge, membersOf } from './stack-members.ts';

/** The distance of a rail to the outer edge of its stack. */
const railInset = 8;
/** The length of a line from a rail to a box, without the symbol at its end. */
const stubLength = 14;
/** The distance of boxes in a stack, when ranks run from top to bottom, and from left to right. */
const [columnGap, rowGap] = [14, 22];

/** A graph with stacks in place of boxes, and how to unfold them. */
export interface Stacked {
  readonly spec: GraphSpec;
  readonly sizes: Sizes;
  /** Puts the boxes of each stack where it was laid out. */
  readonly unfold: (layout: Layout) => Layout;
}

/** A column of boxes (a row, when ranks run from left to right) that are connected with the same boxes. */
interface Stack {
  readonly id: string;
  readonly size: Size;
  readonly members: readonly { readonly block: Block; readonly at: Point }[];
  /** The edges from before it, and those to what is after it, with the place of the rail that they share. */
  readonly rails: readonly Rail[];
}

interface Rail {
  readonly edges: readonly MemberEdge[];
  /** Across the direction of ranks, from the edge of the stack. */
  readonly across: number;
}

/**
 * Stacks boxes that are connected with the same other boxes only, such as 40 services of one hub. The lines to them
 * share a rail next to the stack.
 *
 * @param count the boxes in a stack, at most
 * @returns `undefined` if there are none
 */
export function stackBoxes(
  spec: GraphSpec,
  sizes: Sizes,
  direction: Direction,
  count: number,
  gapFactor: number,
): Stacked | undefined {
  const axes = new StackAxes(runsVertically(direction), gapFactor);
  const blocks = blocksOf(spec, sizes, { count, isNested: direction === 'TB', gap: axes.gap });
  const stacks = membersOf(blocks, count).map((members, i) =>
    axes.stack(`\0stack${i}`, members, spec.edges),
  );
  if (stacks.length === 0) return undefined;
  const reduced = reduce(spec, sizes, stacks);
  return {
    ...reduced,
    unfold: (layout) => unfold(spec, reduced.indexes, stacks, layout, axes),
  };
}

class StackAxes extends RankAxes {
  /** The distance of boxes in a stack. */
  readonly gap: number;

  constructor(isVertical: boolean, gapFactor: number) {
    super(isVertical);
    this.gap = (isVertical ? columnGap : rowGap) * gapFactor;
  }

  stack(id: string, blocks: readonly Block[], edges: readonly GraphEdge[]): Stack {
    const before = railOf(blocks, 'before');
    const after = railOf(blocks, 'after');
    const [low, high] = before.length > 0 ? [before, after] : [after, []];
    const start = stubOf(low, edges);
    const widest = Math.max(...blocks.map(({ size }) => this.across(size)));
    let along = 0;
    const members = blocks.map((block) => {
      const at = this.point(along, start);
      along += this.along(block.size) + this.gap;
      return { block, at };
    });
    const end = stubOf(high, edges);
    const rails = [
      { edges: low, across: railInset },
      { edges: high, across: start + widest + end - railInset },
    ].filter(({ edges: own }) => own.length > 0);
    return { id, size: this.size(along - this.gap, start + widest + end), members, rails };
  }

  size(along: number, across: number): Size {
    return this.isVertical ? { width: across, height: along } : { width: along, height: across };
  }
}

function railOf(blocks: readonly Block[], side: 'before' | 'after'): readonly MemberEdge[] {
  return blocks.flatMap((block) => block[side] ?? []);
}

/** The space next to the boxes of a stack for a rail. */
function stubOf(rail: readonly MemberEdge[], edges: readonly GraphEdge[]): number {
  const symbols = rail.map(({ index, role }) => {
    const { start = 'none', end = 'none' } = edges[index] ?? {};
    return lengthOfEnd(role === 'to' ? end : start);
  });
  return rail.length === 0 ? 0 : railInset + stubLength + Math.max(0, ...symbols);
}

function reduce(spec: GraphSpec, sizes: Sizes, stacks: readonly Stack[]) {
  const ids = new Set(
    stacks.flatMap(({ members }) =>
      members.flatMap(({ block }) => block.nodes.map(({ id }) => id)),
    ),
  );
  const firstOf = new Map(stacks.map((stack) => [stack.members[0]?.block.id, stack]));
  const nodes = spec.nodes.flatMap((node) => {
    const stack = firstOf.get(node.id);
    if (stack) return [{ ...node, id: stack.id }];
    return ids.has(node.id) ? [] : [node];
  });
  const ends = new Map<number, { readonly role: 'from' | 'to'; readonly id: string }>(
    stacks.flatMap(({ id, rails }) =>
      rails.flatMap(({ edges: [first] }) =>
        first ? [[first.index, { role: first.role, id }]] : [],
      ),
    ),
  );
  const indexes = spec.edges.flatMap(({ from, to }, i) =>
    ends.has(i) || (!ids.has(from) && !ids.has(to)) ? [i] : [],
  );
  const edges = indexes.flatMap((i) => {
    const [edge, end] = [spec.edges[i], ends.get(i)];
    return edge ? [end ? { ...edge, [end.role]: end.id } : edge] : [];
  });
  const own = stacks.map(({ id, size }) => [id, size] as const);
  return {
    indexes,
    spec: { ...spec, nodes, edges },
    sizes: {
      ...sizes,
      nodes: new Map([...sizes.nodes, ...own]),
      labels: indexes.map((i) => sizes.labels[i]),
    },
  };
}

function unfold(
  spec: GraphSpec,
  indexes: readonly number[],
  stacks: readonly Stack[],
  layout: Layout,
  axes: StackAxes,
): Layout {
  const nodes = new Map(layout.nodes);
  const lines = new Map(indexes.map((index, i) => [index, layout.edges[i]] as const));
  for (const stack of stacks) {
    const frame = nodes.get(stack.id);
    if (!frame) continue;
    nodes.delete(stack.id);
    for (const { block, at } of stack.members) {
      const start = moved(at, frame);
      for (const { id, box } of block.nodes) nodes.set(id, moved(box, start));
      for (const { index, path } of block.lines) {
        const { isVertical } = axes;
        lines.set(index, { isVertical, points: [], path: path.map((each) => moved(each, start)) });
      }
    }
    for (const rail of stack.rails) {
      const [first] = rail.edges;
      const shared = lines.get(first?.index ?? -1);
      if (!first || !shared) continue;
      const other = spec.edges[first.index]?.[first.role === 'to' ? 'from' : 'to'] ?? '';
      const hub = nodes.get(other) ?? layout.groups.get(other);
      for (const edge of rail.edges) {
        const box = nodes.get(edge.id);
        if (hub && box)
          lines.set(edge.index, railLine(shared, edge, rail, { hub, frame, box }, axes));
      }
    }
  }
  const none = { isVertical: axes.isVertical, points: [] };
  return { ...layout, nodes, edges: spec.edges.map((_, i) => lines.get(i) ?? none) };
}

function railLine(
  shared: EdgeLayout,
  { role }: MemberEdge,
  { across }: Rail,
  { hub, frame, box }: { readonly hub: Box; readonly frame: Box; readonly box: Box },
  axes: StackAxes,
): EdgeLayout {
  const isAfterHub = axes.alongOf(middle(hub)) < axes.alongOf(middle(frame));
  const rail = axes.acrossOf(frame) + across;
  const low = axes.alongOf(frame);
  const begin = axes.point(isAfterHub ? low : low + axes.along(frame), rail);
  const at = axes.alongOf(middle(box));
  const isLow = rail < axes.acrossOf(middle(box));
  const border = axes.acrossOf(box) + (isLow ? 0 : axes.across(box));
  const path = [begin, axes.point(at, rail), axes.point(at, border)];
  const { isVertical, points } = shared;
  return {
    isVertical,
    points,
    rail: { end: role, path: role === 'to' ? path : path.toReversed() },
  };
}
