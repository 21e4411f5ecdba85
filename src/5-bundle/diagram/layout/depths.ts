import { findBackEdges, type Links } from './back-edges.ts';

/** Sorts boxes by the longest path that leads to them, without the edges that lead back. */
export function sortByDepth(links: Links): readonly string[] {
  const depths = depthsOf(links);
  const depthOf = (id: string): number => depths.get(id) ?? 0;
  const ids = links.boxes.map(({ id }) => id);
  return ids.sort((one, other) => depthOf(one) - depthOf(other));
}

/** The lengths of the longest paths that lead to boxes, without the edges that lead back. */
export function depthsOf({ boxes, edges }: Links): ReadonlyMap<string, number> {
  const back = findBackEdges({ boxes, edges });
  const forward = edges.filter(({ index, from, to }) => from !== to && !back.has(index));
  const depths = new Map(boxes.map(({ id }) => [id, 0]));
  // A path has fewer edges than there are boxes.
  for (let round = 1, isChanged = true; isChanged && round < boxes.length; round++) {
    isChanged = false;
    for (const { from, to } of forward) {
      const depth = (depths.get(from) ?? 0) + 1;
      if (depth <= (depths.get(to) ?? 0)) continue;
      depths.set(to, depth);
      isChanged = true;
    }
  }
  return depths;
}
