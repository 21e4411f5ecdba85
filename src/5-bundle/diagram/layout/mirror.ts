import type { Box, Point } from '../svg.ts';
import type { Part } from './parts.ts';
import { type PartLayout, runsVertically } from './positions.ts';

/** Whether most neighbors are in source order, from left to right or top to bottom. */
export function isInSourceOrder(layout: PartLayout, { boxes, edges, direction }: Part): boolean {
  const isVertical = runsVertically(direction);
  const place = (id: string): number => {
    const box = layout.nodes.get(id);
    return (isVertical ? box?.x : box?.y) ?? 0;
  };
  // Pairs of edges from or to the same box.
  const balance = edges.reduce((sum, one, i) => {
    return edges.slice(i + 1).reduce((part, other) => {
      if (one.from === other.from) return part + Math.sign(place(other.to) - place(one.to));
      return one.to === other.to ? part + Math.sign(place(other.from) - place(one.from)) : part;
    }, sum);
  }, 0);
  const sorted = boxes.toSorted((a, b) => a.order - b.order);
  return (balance || rising(sorted.map(({ id }) => place(id)))) >= 0;
}

/** How many pairs of numbers are in rising order, less those in falling order. */
function rising(numbers: readonly number[]): number {
  return numbers.reduce(
    (sum, one, i) =>
      numbers.slice(i + 1).reduce((part, other) => part + Math.sign(other - one), sum),
    0,
  );
}

/** Mirrors a layout across the direction of its ranks. */
export function mirror({ nodes, groups, edges }: PartLayout, isVertical: boolean): PartLayout {
  const flip = <T extends Point & Partial<Box>>(item: T): T =>
    isVertical
      ? { ...item, x: -item.x - (item.width ?? 0) }
      : { ...item, y: -item.y - (item.height ?? 0) };
  const flipAll = (boxes: ReadonlyMap<string, Box>): ReadonlyMap<string, Box> =>
    new Map([...boxes].map(([id, box]) => [id, flip(box)]));
  return {
    nodes: flipAll(nodes),
    groups: flipAll(groups),
    edges: new Map(
      [...edges].map(([index, edge]) => {
        const { points, label, isAfter } = edge;
        const flipped = {
          ...edge,
          points: points.map(flip),
          ...(label && { label: flip(label) }),
          ...(isAfter !== undefined && { isAfter: !isAfter }),
        };
        return [index, flipped];
      }),
    ),
  };
}
