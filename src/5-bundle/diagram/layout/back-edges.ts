export interface Links {
  readonly boxes: readonly { readonly id: string }[];
  readonly edges: readonly Link[];
}

interface Link {
  readonly index: number;
  readonly from: string;
  readonly to: string;
}

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
