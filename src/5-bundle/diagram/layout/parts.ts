import type { Direction, GraphEdge, GraphSpec } from '../../../model/diagram/diagram.ts';
import { sortByDepth } from './depths.ts';

/** A graph, or a group of it that is laid out by itself and is a box in the graph around it. */
export interface Part {
  /** The group; absent for the graph itself. */
  readonly root?: string;
  readonly direction: Direction;
  /** Its nodes, and the groups in it that are parts themselves. */
  readonly boxes: readonly PartBox[];
  /** The other groups in it. Each follows its parent. */
  readonly groups: readonly PartGroup[];
  readonly edges: readonly PartEdge[];
  /** The edges from one of its groups to the same group. */
  readonly loops: readonly { readonly index: number; readonly group: string }[];
}

export interface PartBox {
  readonly id: string;
  /** The group around it, within the part. */
  readonly group?: string;
  /** Where it is in the source, among all boxes. */
  readonly order: number;
}

export interface PartGroup {
  readonly id: string;
  readonly parent?: string;
}

export interface PartEdge {
  /** In the whole graph. */
  readonly index: number;
  readonly edge: GraphEdge;
  /** The boxes that it connects; a group is represented by a box in it. */
  readonly from: string;
  readonly to: string;
  /** The boxes that it connects if it leads back: the nearest ones then. */
  readonly back: { readonly from: string; readonly to: string };
  /** The innermost group that it lies in, within the part. */
  readonly group?: string;
}

/**
 * Divides a graph: a group with another direction than what is around it is a part of its own, unless edges
 * cross its frame.
 *
 * @returns the inner parts before the outer ones
 */
export function partsOf(spec: GraphSpec, direction: Direction): readonly Part[] {
  const tree = new GroupTree(spec);
  const directions = new Map<string | undefined, Direction>([[undefined, direction]]);
  for (const { id, direction: own } of spec.groups) {
    const around = directions.get(partAround(id, tree, directions)) ?? direction;
    const isApart = own !== undefined && own !== around && !tree.isCrossed(id);
    if (isApart) directions.set(id, own);
  }
  const roots = [...directions].reverse();
  return roots.map(([root, own]) => readPart(root, own, spec, tree, directions));
}

type Directions = ReadonlyMap<string | undefined, Direction>;

function readPart(
  root: string | undefined,
  direction: Direction,
  spec: GraphSpec,
  tree: GroupTree,
  directions: Directions,
): Part {
  const isHere = (id: string): boolean => partAround(id, tree, directions) === root;
  const around = (id: string): string | undefined => {
    const parent = tree.parentOf(id);
    return parent === root ? undefined : parent;
  };
  const own = spec.groups.filter(({ id }) => isHere(id));
  const apart = own.filter(({ id }) => directions.has(id));
  const ids = [...spec.nodes.filter(({ id }) => isHere(id)), ...apart].map(({ id }) => id);
  const boxes = ids.map((id) => ({
    id,
    ...optional('group', around(id)),
    order: spec.nodes.findIndex((node) => node.id === id || tree.isWithin(node.id, id)),
  }));
  const links = spec.edges.map(({ from, to }, index) => ({ index, from, to }));
  const sorted = sortByDepth({
    boxes,
    edges: links.filter(({ from, to }) => ids.includes(from) && ids.includes(to)),
  });
  const edges = spec.edges.flatMap((edge, index): readonly PartEdge[] => {
    if (!isHere(edge.from) || !isHere(edge.to)) return [];
    const ends = endsOf(edge, sorted, tree, false);
    const back = endsOf(edge, sorted, tree, true);
    if (!ends || !back) return [];
    const group = tree.commonGroup(edge.from, edge.to);
    return [
      { index, edge, ...ends, back, ...optional('group', group === root ? undefined : group) },
    ];
  });
  const groups = own.filter(({ id }) => !directions.has(id));
  const loops = spec.edges.flatMap(({ from, to }, index) =>
    from === to && groups.some(({ id }) => id === from) ? [{ index, group: from }] : [],
  );
  return {
    ...optional('root', root),
    direction,
    boxes,
    groups: groups.map(({ id }) => ({ id, ...optional('parent', around(id)) })),
    edges,
    loops,
  };
}

/**
 * The boxes at the ends of an edge. It leaves a group from its last box and reaches the first one, or the other way
 * around if it leads back.
 *
 * @param boxes sorted by their depth
 *
 * @returns `undefined` if a group has no box, or only the one at the other end
 */
function endsOf(
  { from, to }: GraphEdge,
  boxes: readonly string[],
  tree: GroupTree,
  isBack: boolean,
): PartEdge['back'] | undefined {
  const within = (id: string) => boxes.filter((box) => tree.isWithin(box, id));
  if (from === to) return boxes.includes(from) ? { from, to } : undefined;
  const [first, last] = [
    (id: string, other?: string) => within(id).find((box) => box !== other),
    (id: string, other?: string) => within(id).findLast((box) => box !== other),
  ];
  const start = boxes.includes(from) ? from : (isBack ? first : last)(from, to);
  const end = boxes.includes(to) ? to : (isBack ? last : first)(to, start);
  return start === undefined || end === undefined ? undefined : { from: start, to: end };
}

/** The part that a node or group lies in. */
function partAround(id: string, tree: GroupTree, directions: Directions): string | undefined {
  let around = tree.parentOf(id);
  while (around !== undefined && !directions.has(around)) around = tree.parentOf(around);
  return around;
}

/** The groups around nodes and groups. */
class GroupTree {
  readonly #parents: ReadonlyMap<string, string | undefined>;
  readonly #edges: GraphSpec['edges'];

  constructor({ nodes, groups, edges }: GraphSpec) {
    this.#parents = new Map([
      ...nodes.map(({ id, group }) => [id, group] as const),
      ...groups.map(({ id, parent }) => [id, parent] as const),
    ]);
    this.#edges = edges;
  }

  parentOf(id: string): string | undefined {
    return this.#parents.get(id);
  }

  isWithin(id: string, group: string): boolean {
    return this.#around(id).includes(group);
  }

  /** Whether an edge has one of its ends in a group. */
  isCrossed(group: string): boolean {
    return this.#edges.some(
      ({ from, to }) => this.isWithin(from, group) !== this.isWithin(to, group),
    );
  }

  commonGroup(one: string, other: string): string | undefined {
    const groups = this.#around(other);
    return this.#around(one).find((group) => groups.includes(group));
  }

  /** From the inside out. */
  #around(id: string): readonly string[] {
    const groups: string[] = [];
    for (let at = this.parentOf(id); at !== undefined; at = this.parentOf(at)) groups.push(at);
    return groups;
  }
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}
