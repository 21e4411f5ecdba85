/** Points in four quadrants. Plain JSON. */
export interface QuadrantSpec {
  readonly kind: 'quadrants';
  /** The labels of the upper right, upper left, lower left and lower right quadrant; empty for none. */
  readonly quadrants: readonly [string, string, string, string];
  /** The labels of the ends of the axes; empty for none. */
  readonly left: string;
  readonly right: string;
  readonly bottom: string;
  readonly top: string;
  readonly points: readonly QuadrantPoint[];
}

export interface QuadrantPoint {
  readonly label: string;
  /** From 0 to 1. */
  readonly x: number;
  readonly y: number;
  /** In slide pixels. */
  readonly radius?: number;
  /** The author's color, as CSS. */
  readonly color?: string;
}
