import type { GraphEdge, GraphNode, GraphSpec } from '../../../../model/diagram/diagram.ts';
import type { Size } from '../../shapes.ts';
import { type Box, moved, type Point } from '../../svg.ts';
import type { Sizes } from '../positions.ts';

/** How far the children of a box are indented, and where the line to them is. */
const [indent, lineInset] = [38, 14];

/** An edge of a box in a stack. */
export interface MemberEdge {
  readonly index: number;
  /** The box. */
  readonly id: string;
  /** The end of the edge at which it is. */
  readonly role: 'from' | 'to';
}

/** A box, with those below it that are connected with it only. */
export interface Block {
  readonly id: string;
  readonly size: Size;
  /** The boxes one below the other. */
  readonly rows: number;
  /** Whether there are several boxes below one. */
  readonly hasBranches: boolean;
  readonly nodes: readonly { readonly id: string; readonly box: Box }[];
  /** The lines in it. */
  readonly lines: readonly { readonly index: number; readonly path: readonly Point[] }[];
  /** Its only edge from another box, and its only edge to one. */
  readonly before?: MemberEdge;
  readonly after?: MemberEdge;
  /** Blocks with the same key are connected with the same boxes, in the same group. */
  readonly key: string;
}

interface BlockOptions {
  /** The rows of a block, at most. */
  readonly count: number;
  /** Whether blocks have children. */
  readonly isNested: boolean;
  readonly gap: number;
}

interface Link {
  readonly index: number;
  readonly edge: GraphEdge;
}

/** The boxes that may be in stacks. */
export function blocksOf(spec: GraphSpec, sizes: Sizes, options: BlockOptions): readonly Block[] {
  const builder = new BlockBuilder(spec, sizes, options);
  const blocks = spec.nodes.flatMap((node) => builder.block(node) ?? []);
  const within = new Set(
    blocks.flatMap(({ id, nodes }) => nodes.flatMap((each) => (each.id === id ? [] : [each.id]))),
  );
  return blocks.filter(({ id }) => !within.has(id));
}

/** Divides blocks that belong together into stacks of similar length; those of one block are left out. */
export function membersOf(blocks: readonly Block[], count: number): readonly (readonly Block[])[] {
  const byKey = new Map<string, Block[]>();
  for (const block of blocks) byKey.set(block.key, [...(byKey.get(block.key) ?? []), block]);
  return [...byKey.values()].flatMap((all) => {
    const rows = all.reduce((sum, each) => sum + each.rows, 0);
    const isAlone = all.length < 2 && !all[0]?.hasBranches;
    return isAlone ? [] : divide(all, rows / Math.ceil(rows / count));
  });
}

function divide(blocks: readonly Block[], length: number): readonly (readonly Block[])[] {
  const stacks: Block[][] = [];
  let rows = 0;
  for (const block of blocks) {
    const last = stacks.at(-1);
    if (last && rows + block.rows / 2 <= length + 0.01) last.push(block);
    else {
      stacks.push([block]);
      rows = 0;
    }
    rows += block.rows;
  }
  return stacks;
}

class BlockBuilder {
  readonly #sizes: Sizes;
  readonly #options: BlockOptions;
  readonly #nodes: ReadonlyMap<string, GraphNode>;
  readonly #before = new Map<string, Link[]>();
  readonly #after = new Map<string, Link[]>();
  readonly #blocks = new Map<string, Block | undefined>();

  constructor(spec: GraphSpec, sizes: Sizes, options: BlockOptions) {
    this.#sizes = sizes;
    this.#options = options;
    this.#nodes = new Map(spec.nodes.map((node) => [node.id, node]));
    for (const [index, edge] of spec.edges.entries()) {
      this.#after.set(edge.from, [...(this.#after.get(edge.from) ?? []), { index, edge }]);
      this.#before.set(edge.to, [...(this.#before.get(edge.to) ?? []), { index, edge }]);
    }
  }

  block(node: GraphNode): Block | undefined {
    if (this.#blocks.has(node.id)) return this.#blocks.get(node.id);
    // A cycle has no block.
    this.#blocks.set(node.id, undefined);
    const block = this.#build(node);
    this.#blocks.set(node.id, block);
    return block;
  }

  #build(node: GraphNode): Block | undefined {
    const [before, after] = [this.#before.get(node.id) ?? [], this.#after.get(node.id) ?? []];
    const size = this.#sizes.nodes.get(node.id);
    if (!size || before.length > 1 || ![...before, ...after].every((link) => this.#isPlain(link)))
      return undefined;
    const parent = after.length > 0 ? this.#parent(node, size, before[0], after) : undefined;
    if (parent || after.length > 1) return parent;
    return leafOf(node, size, before[0], after[0]);
  }

  /** Whether the line is as any other, and the boxes do not depend on its label. */
  #isPlain({ index, edge }: Link): boolean {
    const { from, to, fromPort, toPort, line, length } = edge;
    const hasPort = fromPort !== undefined || toPort !== undefined;
    const hasLabel = this.#sizes.labels[index] !== undefined;
    return !hasLabel && !hasPort && from !== to && line !== 'invisible' && length === 1;
  }

  /** A box with all boxes that its edges lead to below it. */
  #parent(
    node: GraphNode,
    size: Size,
    before: Link | undefined,
    after: readonly Link[],
  ): Block | undefined {
    const { isNested, count, gap } = this.#options;
    if (!isNested || !before) return undefined;
    const blocks = after.map(({ edge }) => {
      const child = this.#nodes.get(edge.to);
      const block = child && this.block(child);
      return block && !block.after && block.before && child.group === node.group
        ? block
        : undefined;
    });
    const rows = blocks.reduce((sum, block) => sum + (block?.rows ?? count), 1);
    if (rows > count) return undefined;
    const hasBranches = blocks.length > 1 || blocks.some((block) => block?.hasBranches);
    let { width, height } = size;
    const nodes = [{ id: node.id, box: { x: 0, y: 0, ...size } }];
    const lines: { readonly index: number; readonly path: readonly Point[] }[] = [];
    for (const [i, block] of blocks.entries()) {
      const link = after[i];
      if (!block || !link) return undefined;
      const at = { x: indent, y: height + gap };
      const y = at.y + (block.nodes[0]?.box.height ?? 0) / 2;
      const corner = { x: lineInset, y };
      lines.push({
        index: link.index,
        path: [{ x: lineInset, y: size.height }, corner, { x: indent, y }],
      });
      for (const each of block.nodes) nodes.push({ ...each, box: moved(each.box, at) });
      for (const each of block.lines)
        lines.push({ ...each, path: each.path.map((point) => moved(point, at)) });
      width = Math.max(width, indent + block.size.width);
      height = at.y + block.size.height;
    }
    const { id } = node;
    const own = { index: before.index, id, role: 'to' } as const;
    const key = keyOf(node, before.edge, undefined);
    return { id, size: { width, height }, rows, hasBranches, nodes, lines, before: own, key };
  }
}

/** A box without others below it. */
function leafOf(
  node: GraphNode,
  size: Size,
  before: Link | undefined,
  after: Link | undefined,
): Block {
  const { id } = node;
  return {
    id,
    size,
    rows: 1,
    hasBranches: false,
    nodes: [{ id, box: { x: 0, y: 0, ...size } }],
    lines: [],
    ...(before && { before: { index: before.index, id, role: 'to' } }),
    ...(after && { after: { index: after.index, id, role: 'from' } }),
    key: keyOf(node, before?.edge, after?.edge),
  };
}

function keyOf(
  { group }: GraphNode,
  before: GraphEdge | undefined,
  after: GraphEdge | undefined,
): string {
  const lookOf = ({ line, curve, paint }: GraphEdge) => [line, curve, paint];
  return JSON.stringify([
    group,
    before && [before.from, before.start, lookOf(before)],
    after && [after.to, after.end, lookOf(after)],
  ]);
}
