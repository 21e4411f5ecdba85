import type { Operation, Pair } from '../../../base/graphviz/output.ts';
import { type Box, boxAround, type Point } from '../svg.ts';

/** A shape that an operation draws, in slide pixels. */
export type Shape =
  | { readonly kind: 'ellipse'; readonly center: Point; readonly rx: number; readonly ry: number }
  | { readonly kind: 'polygon' | 'polyline' | 'curve'; readonly points: readonly Point[] };

/** @returns nothing for an operation that draws no shape */
export function shapeOf(operation: Operation, scale: number): Shape | undefined {
  const place = ([x, y]: Pair): Point => ({ x: x * scale, y: y * scale });
  switch (operation.op) {
    case 'e':
    case 'E': {
      const [x, y, rx, ry] = operation.rect;
      return { kind: 'ellipse', center: place([x, y]), rx: rx * scale, ry: ry * scale };
    }
    case 'p':
    case 'P':
      return { kind: 'polygon', points: operation.points.map(place) };
    case 'L':
      return { kind: 'polyline', points: operation.points.map(place) };
    case 'b':
    case 'B':
      return { kind: 'curve', points: operation.points.map(place) };
    default:
      return undefined;
  }
}

export function boundsOf(shape: Shape): Box {
  if (shape.kind !== 'ellipse') return boxAround(shape.points);
  const { center, rx, ry } = shape;
  return { x: center.x - rx, y: center.y - ry, width: 2 * rx, height: 2 * ry };
}

/** The box of a polygon that is an upright rectangle. */
export function rectangleOf(shape: Shape): Box | undefined {
  if (shape.kind !== 'polygon' || shape.points.length !== 4) return undefined;
  const box = boundsOf(shape);
  const isAtEdge = (value: number, from: number, size: number) =>
    Math.abs(value - from) < 0.05 || Math.abs(value - from - size) < 0.05;
  const isUpright = shape.points.every(
    ({ x, y }) => isAtEdge(x, box.x, box.width) && isAtEdge(y, box.y, box.height),
  );
  return isUpright ? box : undefined;
}

/** Whether a point is in a shape. */
export function isInside(shape: Shape, { x, y }: Point): boolean {
  if (shape.kind === 'ellipse') {
    const { center, rx, ry } = shape;
    return ((x - center.x) / rx) ** 2 + ((y - center.y) / ry) ** 2 <= 1;
  }
  let isOdd = false;
  for (const [i, a] of shape.points.entries()) {
    const b = shape.points.at(i - 1) as Point;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) isOdd = !isOdd;
  }
  return isOdd;
}
