import type { MessageEnd } from '../../../model/diagram/sequence.ts';
import { drawEnd, lengthOfEnd } from '../edges/ends.ts';
import { type Point, path, polygon, writePoints } from '../svg.ts';

/** The radius of the circles on lifelines. */
export const circleRadius = 6;

/** The length by which the symbol at the end of a message shortens its line. */
export function lengthOf(end: MessageEnd): number {
  switch (end) {
    case 'upper-arrow':
    case 'lower-arrow':
      return lengthOfEnd('arrow');
    case 'upper-vee':
    case 'lower-vee':
      return 0;
    default:
      return lengthOfEnd(end);
  }
}

/**
 * Draws the symbol at the end of a message.
 *
 * @param tip where the message meets the lifeline
 * @param way 1 if it points to the right there, -1 if it points to the left
 */
export function drawMessageEnd(end: MessageEnd, tip: Point, way: number): string {
  const at = (back: number, up: number): Point => ({ x: tip.x - way * back, y: tip.y - up });
  const half = (up: number) => polygon([at(0, 0), at(13, up), at(10, 0)], 'head');
  const stick = (up: number) => path(`M${writePoints([at(0.5, 0), at(13, up)])}`, 'stroke');
  switch (end) {
    case 'upper-arrow':
      return half(7);
    case 'lower-arrow':
      return half(-7);
    case 'upper-vee':
      return stick(8);
    case 'lower-vee':
      return stick(-8);
    default:
      return drawEnd(end, tip, { x: way, y: 0 });
  }
}
