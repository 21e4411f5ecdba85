import { findBackEdges } from './back-edges.ts';
import type { Part } from './parts.ts';

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
