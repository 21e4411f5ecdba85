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
  const [p, q] = [start.point, end.point];
  const isLevel = ({ direction }: Port) => direction.x !== 0;
  const [out, into] = [advance(start), advance(end)];
  if (isLevel(start) !== isLevel(end)) {
    const corner = isLevel(start) ? { x: q.x, y: p.y } : { x: p.x, y: q.y };
    if (isAhead(start, corner) && isAhead(end, corner)) return [corner];
    const turn = isLevel(start) ? { x: out.x, y: into.y } : { x: into.x, y: out.y };
    return [out, turn, into];
  }
  const isFacing = isAhead(start, into) && isAhead(end, out);
  if (isLevel(start)) {
    if (isFacing && p.y === q.y) return [];
    const [x, y] = [(p.x + q.x) / 2, (p.y + q.y) / 2];
    if (isFacing)
      return [
        { x, y: p.y },
        { x, y: q.y },
      ];
    if (start.direction.x === end.direction.x) {
      const far = start.direction.x > 0 ? Math.max(out.x, into.x) : Math.min(out.x, into.x);
      return [
        { x: far, y: p.y },
        { x: far, y: q.y },
      ];
    }
    return [out, { x: out.x, y }, { x: into.x, y }, into];
  }
  if (isFacing && p.x === q.x) return [];
  const [x, y] = [(p.x + q.x) / 2, (p.y + q.y) / 2];
  if (isFacing)
    return [
      { x: p.x, y },
      { x: q.x, y },
    ];
  if (start.direction.y === end.direction.y) {
    const far = start.direction.y > 0 ? Math.max(out.y, into.y) : Math.min(out.y, into.y);
    return [
      { x: p.x, y: far },
      { x: q.x, y: far },
    ];
  }
  return [out, { x, y: out.y }, { x, y: into.y }, into];
}

function advance({ point, direction }: Port): Point {
  return { x: point.x + direction.x * reach, y: point.y + direction.y * reach };
}

/** Whether a point is where a line leads to. */
function isAhead({ point, direction }: Port, { x, y }: Point): boolean {
  return (x - point.x) * direction.x + (y - point.y) * direction.y > 0;
}
