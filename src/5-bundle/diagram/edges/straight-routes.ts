import type { EdgeLayout } from '../layout/positions.ts';
import { type Box, middle, type Point } from '../svg.ts';
import type { Placed } from './attachments.ts';
import type { Route } from './routes.ts';

/** The route along straight parts, from border to border. */
export function routeAlong(path: readonly Point[], isVertical: boolean): Route | undefined {
  const [first, second, last, before] = [path[0], path[1], path.at(-1), path.at(-2)];
  if (!first || !second || !last || !before) return undefined;
  return {
    points: [first],
    after: path.slice(1),
    startDirection: unit(second, first),
    endDirection: unit(before, last),
    isVertical,
  };
}

/** The route of an edge that ends, or begins, at a rail. */
export function routeByRail(
  { end, path }: NonNullable<EdgeLayout['rail']>,
  points: readonly Point[],
  other: Placed | undefined,
  isVertical: boolean,
): Route | undefined {
  const straight = routeAlong(path, isVertical);
  const begin = end === 'to' ? path[0] : path.at(-1);
  if (!straight || !begin || !other) return undefined;
  if (end === 'to') {
    const { endDirection } = straight;
    const curve = [other.point, ...points, begin];
    return {
      points: curve,
      after: path.slice(1),
      startDirection: other.direction,
      endDirection,
      isVertical,
    };
  }
  const { startDirection } = straight;
  const curve = [begin, ...points, other.point];
  return {
    points: curve,
    before: path.slice(0, -1),
    startDirection,
    endDirection: other.direction,
    isVertical,
  };
}

function unit(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

/** The route of an edge from a box to itself. */
export function loopAt(box: Box, { isVertical, isAfter }: EdgeLayout): Route {
  const { x, y } = middle(box);
  const side = isAfter === false ? -1 : 1;
  if (isVertical) {
    const border = x + (side * box.width) / 2;
    const [out, half] = [border + side * 34, Math.min(14, box.height / 3)];
    return {
      points: [
        { x: border, y: y - half },
        { x: out, y: y - half },
        { x: out, y: y + half },
        { x: border, y: y + half },
      ],
      startDirection: { x: -side, y: 0 },
      endDirection: { x: -side, y: 0 },
      isVertical,
    };
  }
  const border = y + (side * box.height) / 2;
  const [out, half] = [border + side * 34, Math.min(14, box.width / 3)];
  return {
    points: [
      { x: x + half, y: border },
      { x: x + half, y: out },
      { x: x - half, y: out },
      { x: x - half, y: border },
    ],
    startDirection: { x: 0, y: -side },
    endDirection: { x: 0, y: -side },
    isVertical,
  };
}
