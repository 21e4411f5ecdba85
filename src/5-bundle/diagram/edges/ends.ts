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

/** A part of the symbol at the end of an edge. */
export type EndMark =
  | { readonly kind: 'line'; readonly points: readonly Point[] }
  | { readonly kind: 'polygon'; readonly points: readonly Point[]; readonly look: EndLook }
  | { readonly kind: 'ring'; readonly center: Point; readonly look: EndLook };

type EndLook = 'head' | 'hollow';

/** The radius of rings. */
export const ringRadius = 5;

/** Draws the symbol at the end of an edge; see {@link marksOfEnd}. */
export function drawEnd(end: EdgeEnd, tip: Point, direction: Point): string {
  return marksOfEnd(end, tip, direction)
    .map((mark) => {
      if (mark.kind === 'line') return path(`M${writePoints(mark.points)}`, 'stroke');
      if (mark.kind === 'polygon') return polygon(mark.points, mark.look);
      const { x: cx, y: cy } = mark.center;
      return tag('circle', { class: mark.look, cx, cy, r: ringRadius });
    })
    .join('');
}

/**
 * The parts of the symbol at the end of an edge.
 *
 * @param tip where the edge meets the box
 * @param direction of the edge into the box, as a unit vector
 */
export function marksOfEnd(end: EdgeEnd, tip: Point, direction: Point): readonly EndMark[] {
  // The point at distance `back` from the tip, and `side` to the right of the edge.
  const at = (back: number, side = 0): Point => ({
    x: tip.x - direction.x * back - direction.y * side,
    y: tip.y - direction.y * back + direction.x * side,
  });
  const line = (...points: readonly Point[]): EndMark => ({ kind: 'line', points });
  const area = (look: EndLook, ...points: readonly Point[]): EndMark => ({
    kind: 'polygon',
    points,
    look,
  });
  const ring = (back: number, look: EndLook): EndMark => ({
    kind: 'ring',
    center: at(back),
    look,
  });
  const crow = line(at(0, 8), at(15), at(0, -8));
  const bar = (back: number) => line(at(back, 8), at(back, -8));
  // The straight part of the edge.
  const stem = line(at(0), at(26));
  switch (end) {
    case 'none':
      return [];
    case 'arrow':
      return [area('head', at(0), at(13, 6), at(10), at(13, -6))];
    case 'vee':
      return [line(at(12, 6.5), at(0.5), at(12, -6.5))];
    case 'triangle':
      return [area('hollow', at(0.5), at(15, 8.5), at(15, -8.5))];
    case 'diamond':
      return [area('head', ...diamond(at))];
    case 'hollow-diamond':
      return [area('hollow', ...diamond(at))];
    case 'circle':
      return [ring(5, 'head')];
    case 'hollow-circle':
      return [ring(5, 'hollow')];
    case 'cross':
      return [line(at(12, 6), at(0.5, -6)), line(at(12, -6), at(0.5, 6))];
    case 'one':
      return [stem, bar(8), bar(14)];
    case 'zero-one':
      return [stem, bar(8), ring(18, 'hollow')];
    case 'many':
      return [stem, crow, bar(19)];
    case 'zero-many':
      return [stem, crow, ring(20, 'hollow')];
    default:
      return end satisfies never;
  }
}

function diamond(at: (back: number, side?: number) => Point): readonly Point[] {
  return [at(0.5), at(10.5, 6), at(20.5), at(10.5, -6)];
}
