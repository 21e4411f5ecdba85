import { type Box, middle, moved, type Point } from '../svg.ts';
import type { Part, PartEdge } from './parts.ts';
import { type EdgeLayout, type PartLayout, runsVertically, type Sizes } from './positions.ts';

/** What is connected with each other in a group, or outside of groups. */
interface Island {
  readonly boxes: readonly string[];
  readonly groups: readonly string[];
  readonly edges: readonly number[];
  /** The place of its first box in the source. */
  readonly order: number;
  /** Where it is across the direction of the ranks. */
  readonly start: number;
  readonly end: number;
}

/**
 * Puts what is not connected in source order: from left to right, or from top to bottom. What is in a group stays in
 * it, and distances stay.
 */
export function sortIslands(layout: PartLayout, part: Part, sizes: Sizes): PartLayout {
  return [undefined, ...part.groups.map(({ id }) => id)].reduce(
    (sorted, group) => sortWithin(group, sorted, part, sizes),
    layout,
  );
}

function sortWithin(
  group: string | undefined,
  layout: PartLayout,
  part: Part,
  sizes: Sizes,
): PartLayout {
  const islands = islandsOf(group, layout, part, sizes)?.toSorted((a, b) => a.start - b.start);
  if (!islands || islands.length < 2) return layout;
  const isApart = islands.every(({ start }, i) => start >= (islands[i - 1]?.end ?? start));
  const sorted = islands.toSorted((a, b) => a.order - b.order);
  if (!isApart || sorted.every((each, i) => each === islands[i])) return layout;
  const isVertical = runsVertically(part.direction);
  let at = islands[0]?.start ?? 0;
  return sorted.reduce((shifted, island, i) => {
    const by = at - island.start;
    const gap = (islands[i + 1]?.start ?? 0) - (islands[i]?.end ?? 0);
    at += island.end - island.start + gap;
    return shift(shifted, island, isVertical ? { x: by, y: 0 } : { x: 0, y: by });
  }, layout);
}

/** @returns `undefined` if an edge leads out of the group, except from the group itself */
function islandsOf(
  group: string | undefined,
  layout: PartLayout,
  part: Part,
  sizes: Sizes,
): readonly Island[] | undefined {
  const tree = new Members(part, group);
  const ids = [...part.boxes, ...part.groups].flatMap(({ id }) =>
    tree.memberOf(id) === id ? [id] : [],
  );
  const roots = new Map(ids.map((id) => [id, id]));
  const rootOf = (id: string): string => {
    const next = roots.get(id);
    return next === undefined || next === id ? id : rootOf(next);
  };
  const own: PartEdge[] = [];
  for (const each of part.edges) {
    const [one, other] = [tree.memberOf(each.from), tree.memberOf(each.to)];
    const isOwn = tree.holds(each.edge.from) || tree.holds(each.edge.to);
    if (!isOwn) continue;
    if (one === undefined || other === undefined) return undefined;
    if (rootOf(one) !== rootOf(other)) roots.set(rootOf(other), rootOf(one));
    own.push(each);
  }
  return ids
    .filter((id) => rootOf(id) === id)
    .map((root) => {
      const isHere = (id: string): boolean => {
        const member = tree.memberOf(id);
        return member !== undefined && rootOf(member) === root;
      };
      const boxes = part.boxes.filter(({ id }) => isHere(id));
      const groups = part.groups.map(({ id }) => id).filter(isHere);
      const loops = part.loops.filter((loop) => groups.includes(loop.group));
      const edges = [...own.filter(({ from }) => isHere(from)), ...loops].map(({ index }) => index);
      const names = boxes.map(({ id }) => id);
      const order = Math.min(...boxes.map((box) => box.order));
      return {
        boxes: names,
        groups,
        edges,
        order,
        ...extentOf({ boxes: names, groups, edges }, layout, sizes, runsVertically(part.direction)),
      };
    });
}

/** The boxes and groups that are directly in a group. */
class Members {
  readonly #parents: ReadonlyMap<string, string | undefined>;
  readonly #group: string | undefined;

  constructor({ boxes, groups }: Part, group: string | undefined) {
    this.#group = group;
    this.#parents = new Map([
      ...boxes.map((box) => [box.id, box.group] as const),
      ...groups.map(({ id, parent }) => [id, parent] as const),
    ]);
  }

  /** The one that contains a box or a group, or is it. */
  memberOf(id: string): string | undefined {
    if (!this.#parents.has(id)) return undefined;
    const parent = this.#parents.get(id);
    if (parent === this.#group) return id;
    return parent === undefined ? undefined : this.memberOf(parent);
  }

  /** Whether a box or group is in the group. */
  holds(id: string): boolean {
    return this.memberOf(id) !== undefined;
  }
}

function extentOf(
  { boxes, groups, edges }: Pick<Island, 'boxes' | 'groups' | 'edges'>,
  layout: PartLayout,
  { labels }: Sizes,
  isVertical: boolean,
): Pick<Island, 'start' | 'end'> {
  const spans: (readonly [number, number])[] = [];
  const add = (center: Point, width: number, height: number): void => {
    const [at, half] = isVertical ? [center.x, width / 2] : [center.y, height / 2];
    spans.push([at - half, at + half]);
  };
  const addBox = (box: Box | undefined): void => {
    if (box) add(middle(box), box.width, box.height);
  };
  for (const id of boxes) addBox(layout.nodes.get(id));
  for (const id of groups) addBox(layout.groups.get(id));
  for (const index of edges) {
    const { points = [], label } = layout.edges.get(index) ?? {};
    for (const point of points) add(point, 0, 0);
    if (label) add(label, labels[index]?.width ?? 0, labels[index]?.height ?? 0);
  }
  return { start: Math.min(...spans.map(([a]) => a)), end: Math.max(...spans.map(([, b]) => b)) };
}

function shift({ nodes, groups, edges }: PartLayout, island: Island, by: Point): PartLayout {
  const move = <T extends Point>(item: T): T => moved(item, by);
  const moveAll = (all: ReadonlyMap<string, Box>, ids: readonly string[]) =>
    new Map([...all].map(([id, box]) => [id, ids.includes(id) ? move(box) : box]));
  const moveEdge = ({ points, label, ...edge }: EdgeLayout): EdgeLayout => ({
    ...edge,
    points: points.map(move),
    ...(label && { label: move(label) }),
  });
  return {
    nodes: moveAll(nodes, island.boxes),
    groups: moveAll(groups, island.groups),
    edges: new Map(
      [...edges].map(([index, edge]) => [
        index,
        island.edges.includes(index) ? moveEdge(edge) : edge,
      ]),
    ),
  };
}
