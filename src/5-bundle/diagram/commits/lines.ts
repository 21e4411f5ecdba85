import { type Point, path, round } from '../svg.ts';

const bend = 14;

/**
 * Draws the line between two commits: straight on a lane, or with a bend at the older commit; into a merge, at the
 * merge.
 */
export function drawLine(from: Point, to: Point, isLevel: boolean, isMerge: boolean): string {
  const start = `M${round(from.x)},${round(from.y)}`;
  const end = `L${round(to.x)},${round(to.y)}`;
  if (from.x === to.x || from.y === to.y) return path(start + end, 'stroke thick');
  const corner = isLevel === isMerge ? { x: to.x, y: from.y } : { x: from.x, y: to.y };
  const before = towards(corner, from);
  const after = towards(corner, to);
  const turn = `L${round(before.x)},${round(before.y)}Q${round(corner.x)},${round(corner.y)} ${round(after.x)},${round(after.y)}`;
  return path(start + turn + end, 'stroke thick');
}

/** The point next to a corner in the direction of another point. */
function towards(corner: Point, { x, y }: Point): Point {
  const length = Math.hypot(x - corner.x, y - corner.y);
  const share = Math.min(1, bend / length);
  return { x: corner.x + (x - corner.x) * share, y: corner.y + (y - corner.y) * share };
}
