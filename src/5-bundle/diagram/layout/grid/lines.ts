import type { Side } from '../../../../model/diagram/diagram.ts';
import type { Point } from '../../svg.ts';

/** The directions out of the sides of a box. */
export const sideVectors: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

/** Where a line leaves a box, and into which direction. */
interface Port {
  readonly point: Point;
  readonly direction: Point;
}

/** How far a line leads on before it turns back. */
const reach = 24;

/** A line along the axes from box to box, and the middle of its longest part. */
export function routeBetween(start: Port, end: Port) {
  const corners = cornersBetween(start, end);
  const path = [start.point, ...corners, end.point].filter(
    ({ x, y }, i, all) => i === 0 || x !== all[i - 1]?.x || y !== all[i - 1]?.y,
  );
  const parts = path.slice(1).map((to, i) => {
    const from = path[i] ?? to;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    return { length, center: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 } };
  });
  const [longest] = parts.toSorted((a, b) => b.length - a.length);
  return { path, label: longest?.center ?? start.point };
}

function cornersBetween(start: Port, end: Port): readonly Point[] {
  const [isLevel, isLevelAtEnd] = [start, end].map(({ direction }) => direction.x !== 0);
  if (isLevel !== isLevelAtEnd) return turnBetween(start, end);
  if (isLevel) return levelBetween(start, end);
  return levelBetween(turned(start), turned(end)).map(swapAxes);
}

/** Between a side at the left or right, and one at the top or bottom. */
function turnBetween(start: Port, end: Port): readonly Point[] {
  const cornerOf = (one: Point, other: Point) =>
    start.direction.x === 0 ? { x: one.x, y: other.y } : { x: other.x, y: one.y };
  const corner = cornerOf(start.point, end.point);
  if (isAhead(start, corner) && isAhead(end, corner)) return [corner];
  const [out, into] = [advance(start), advance(end)];
  return [out, cornerOf(into, out), into];
}

/** Between sides at the left and right. */
function levelBetween(start: Port, end: Port): readonly Point[] {
  const [p, q] = [start.point, end.point];
  const [out, into] = [advance(start), advance(end)];
  const bentAt = (x: number) => [
    { x, y: p.y },
    { x, y: q.y },
  ];
  if (isAhead(start, into) && isAhead(end, out)) return p.y === q.y ? [] : bentAt((p.x + q.x) / 2);
  if (start.direction.x === end.direction.x) {
    const furthest = start.direction.x > 0 ? Math.max : Math.min;
    return bentAt(furthest(out.x, into.x));
  }
  const y = (p.y + q.y) / 2;
  return [out, { x: out.x, y }, { x: into.x, y }, into];
}

function turned({ point, direction }: Port): Port {
  return { point: swapAxes(point), direction: swapAxes(direction) };
}

function swapAxes({ x, y }: Point): Point {
  return { x: y, y: x };
}

function advance({ point, direction }: Port): Point {
  return { x: point.x + direction.x * reach, y: point.y + direction.y * reach };
}

/** Whether a point is where a line leads to. */
function isAhead({ point, direction }: Port, { x, y }: Point): boolean {
  return (x - point.x) * direction.x + (y - point.y) * direction.y > 0;
}
