import { RankAxes } from '../layout/axes.ts';
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

/** How far a line from a box to itself leads away from it. */
const loopReach = 34;
/** How far it leans toward its label. */
const maxLean = 40;

/** The route of an edge from a box to itself; one of several leads toward its label. */
export function loopAt(box: Box, { isVertical, isAfter, label, loop }: EdgeLayout): Route {
  const axes = new RankAxes(isVertical);
  const side = isAfter === false ? -1 : 1;
  const center = middle(box);
  const border = axes.acrossOf(center) + (side * axes.across(box)) / 2;
  const { index, count, room } = loop ?? { index: 0, count: 1, room: Number.POSITIVE_INFINITY };
  const share = (axes.along(box) * (count > 1 ? 0.8 : 1)) / count;
  const half = Math.min(14, share / 3);
  const start = axes.alongOf(center) + share * (index - (count - 1) / 2);
  const lean = label && loop ? axes.alongOf(label) - start : 0;
  const far = start + Math.max(-maxLean, Math.min(maxLean, lean));
  const farHalf = loop ? Math.min(14, room / 2 - 4) : half;
  // From top to bottom, or from right to left.
  const turn = isVertical ? -1 : 1;
  const at = (along: number, across: number) => axes.point(along, across);
  const into = at(0, -side);
  return {
    points: [
      at(start + turn * half, border),
      at(far + turn * farHalf, border + side * loopReach),
      at(far - turn * farHalf, border + side * loopReach),
      at(start - turn * half, border),
    ],
    startDirection: into,
    endDirection: into,
    isVertical,
  };
}
