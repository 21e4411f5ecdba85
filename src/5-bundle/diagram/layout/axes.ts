import type { Size } from '../shapes.ts';
import type { Point } from '../svg.ts';

/** Coordinates along the direction of ranks and across it. */
export class RankAxes {
  /** Whether ranks run from top to bottom, or back. */
  readonly isVertical: boolean;

  constructor(isVertical: boolean) {
    this.isVertical = isVertical;
  }

  along({ width, height }: Size): number {
    return this.isVertical ? height : width;
  }

  across({ width, height }: Size): number {
    return this.isVertical ? width : height;
  }

  alongOf({ x, y }: Point): number {
    return this.isVertical ? y : x;
  }

  acrossOf({ x, y }: Point): number {
    return this.isVertical ? x : y;
  }

  point(along: number, across: number): Point {
    return this.isVertical ? { x: across, y: along } : { x: along, y: across };
  }
}
