import type { EdgeEnd } from '../../../model/diagram/diagram.ts';
import { type Point, path, polygon, tag, writePoints } from '../svg.ts';

/** The length by which a symbol shortens its edge. */
export function lengthOfEnd(end: EdgeEnd): number {
  switch (end) {
    case 'arrow':
      return 9;
    case 'triangle':
      return 15;
    case 'diamond':
    case 'hollow-diamond':
      return 20;
    case 'circle':
    case 'hollow-circle':
      return 10;
    case 'one':
    case 'zero-one':
    case 'many':
    case 'zero-many':
      return 26;
    default:
      return 0;
  }
}

/** Whether an end is a cardinality symbol. */
export function isCount(end: EdgeEnd): boolean {
  return end === 'one' || end === 'many' || end === 'zero-one' || end === 'zero-many';
}

/**
 * Draws the symbol at the end of an edge.
 *
 * @param tip where the edge meets the box
 * @param direction of the edge into the box, as a unit vector
 */
export function drawEnd(end: EdgeEnd, tip: Point, direction: Point): string {
  // The point at distance `back` from the tip, and `side` to the right of the edge.
  const at = (back: number, side = 0): Point => ({
    x: tip.x - direction.x * back - direction.y * side,
    y: tip.y - direction.y * back + direction.x * side,
  });
  const line = (...points: readonly Point[]) => path(`M${writePoints(points)}`, 'stroke');
  const ring = (back: number, className: string) => {
    const { x: cx, y: cy } = at(back);
    return tag('circle', { class: className, cx, cy, r: 5 });
  };
  const crow = line(at(0, 8), at(15), at(0, -8));
  const bar = (back: number) => line(at(back, 8), at(back, -8));
  // The straight part of the edge.
  const stem = (from: number) => line(at(from), at(26));
  switch (end) {
    case 'none':
      return '';
    case 'arrow':
      return polygon([at(0), at(13, 6), at(10), at(13, -6)], 'head');
    case 'vee':
      return line(at(12, 6.5), at(0.5), at(12, -6.5));
    case 'triangle':
      return polygon([at(0.5), at(15, 8.5), at(15, -8.5)], 'hollow');
    case 'diamond':
      return polygon(diamond(at), 'head');
    case 'hollow-diamond':
      return polygon(diamond(at), 'hollow');
    case 'circle':
      return ring(5, 'head');
    case 'hollow-circle':
      return ring(5, 'hollow');
    case 'cross':
      return line(at(12, 6), at(0.5, -6)) + line(at(12, -6), at(0.5, 6));
    case 'one':
      return stem(0) + bar(8) + bar(14);
    case 'zero-one':
      return stem(0) + bar(8) + ring(18, 'hollow');
    case 'many':
      return stem(0) + crow + bar(19);
    case 'zero-many':
      return stem(0) + crow + ring(20, 'hollow');
    default:
      return end satisfies never;
  }
}

function diamond(at: (back: number, side?: number) => Point): readonly Point[] {
  return [at(0.5), at(10.5, 6), at(20.5), at(10.5, -6)];
}
