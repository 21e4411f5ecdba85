import type { Part, PartEdge } from './parts.ts';

interface Links {
  readonly boxes: readonly { readonly id: string }[];
  readonly edges: readonly Link[];
}

type Link = Pick<PartEdge, 'index' | 'from' | 'to'>;

/**
 * Finds the edges that lead back to where a path has come from. Turned around, they leave no cycles.
 *
 * @returns their indexes in the whole graph
 */
export function findBackEdges({ boxes, edges }: Links): ReadonlySet<number> {
  const leaving = new Map<string, Link[]>(boxes.map(({ id }) => [id, []]));
  for (const edge of edges) leaving.get(edge.from)?.push(edge);
  const back = new Set<number>();
  const open = new Set<string>();
  const done = new Set<string>();
  for (const { id } of boxes) {
    if (done.has(id)) continue;
    // A path from this box on; recursion would be limited by the stack.
    const path = [{ id, next: 0 }];
    open.add(id);
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const edge = leaving.get(last.id)?.[last.next++];
      if (!edge) {
        open.delete(last.id);
        done.add(last.id);
        path.pop();
      } else if (open.has(edge.to)) {
        if (edge.to !== edge.from) back.add(edge.index);
      } else if (!done.has(edge.to)) {
        open.add(edge.to);
        path.push({ id: edge.to, next: 0 });
      }
    }
  }
  return back;
}

/**
 * Lets edges that lead back to a group, or from one, connect its nearest boxes, so that they do not run along it. The
 * groups at which edges end are single boxes here: a way into a group continues out of it.
 */
export function withNearEnds(part: Part): Part {
  const ends = new Set(part.edges.flatMap(({ edge }) => [edge.from, edge.to]));
  const parents = new Map<string, string | undefined>([
    ...part.boxes.map(({ id, group }) => [id, group] as const),
    ...part.groups.map(({ id, parent }) => [id, parent] as const),
  ]);
  const outermost = (id: string): string => {
    let found = id;
    for (let at = parents.get(id); at !== undefined; at = parents.get(at))
      if (ends.has(at)) found = at;
    return found;
  };
  const ids = new Set(part.boxes.map(({ id }) => outermost(id)));
  const edges = part.edges.map(({ index, edge }) => {
    return { index, from: outermost(edge.from), to: outermost(edge.to) };
  });
  const outer = findBackEdges({ boxes: [...ids].map((id) => ({ id })), edges });
  const inner = findBackEdges(part);
  const isBack = (index: number, i: number): boolean => {
    const isWithin = edges[i]?.from === edges[i]?.to;
    return (isWithin ? inner : outer).has(index);
  };
  return {
    ...part,
    edges: part.edges.map((each, i) => (isBack(each.index, i) ? { ...each, ...each.back } : each)),
  };
}
