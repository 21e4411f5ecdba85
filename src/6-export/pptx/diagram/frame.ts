import type { DiagramShapes, ShapeBox, ShapePoint } from '../../../model/diagram/shapes.ts';
import type { Box } from '../units.ts';

/** The factor by which small diagrams are enlarged, at most. */
export const maxScale = 1.3;

/** Where a drawing is on a slide. */
export class Frame {
  /** Slide pixels per pixel of the drawing. */
  readonly scale: number;
  readonly textSize: number;
  readonly #place: Box;

  constructor({ width, textSize }: DiagramShapes, place: Box) {
    this.scale = place.width / width;
    this.textSize = textSize * this.scale;
    this.#place = place;
  }

  point({ x, y }: ShapePoint): ShapePoint {
    return { x: this.#place.x + x * this.scale, y: this.#place.y + y * this.scale };
  }

  box({ width, height, ...corner }: ShapeBox): Box {
    return { ...this.point(corner), width: width * this.scale, height: height * this.scale };
  }
}
