import type { EdgeEnd, LineStyle, NodeShape, Paint, Side, TextSpan } from './diagram.ts';

/**
 * A diagram as it is laid out, for formats that have shapes, lines and texts of their own. Lengths are in the pixels
 * of its drawing. Plain JSON.
 */
export interface DiagramShapes {
  readonly width: number;
  readonly height: number;
  /** The size of text that is not small. */
  readonly textSize: number;
  /** From back to front. */
  readonly shapes: readonly DrawnShape[];
}

export type DrawnShape = DrawnBox | DrawnLine | DrawnPolygon | DrawnText;

interface DrawnBase {
  /** The index of the step at which it appears; absent if it is there from the start. */
  readonly step?: number;
  readonly paint?: Paint;
}

export interface ShapeBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ShapePoint {
  readonly x: number;
  readonly y: number;
}

/** How a box is filled and framed. */
export type BoxLook =
  | 'node'
  /** A node on another one, which it covers. */
  | 'sheet'
  | 'note'
  | 'group'
  | 'frame'
  | 'tab'
  | 'background'
  /** A background with a frame. */
  | 'framed'
  | 'activation'
  /** Filled in the color of lines. */
  | 'mark'
  | 'hollow'
  /** A frame without a fill, in front of another box. */
  | 'outline';

export interface DrawnBox extends DrawnBase {
  readonly kind: 'box';
  /** The name that lines refer to. */
  readonly key?: string;
  readonly outline: NodeShape;
  readonly box: ShapeBox;
  readonly look: BoxLook;
  readonly text?: SetText;
  /** An address. */
  readonly link?: string;
}

/** A text in lines. */
export interface SetText {
  readonly lines: readonly SetLine[];
  readonly align: 'start' | 'middle' | 'end';
  readonly tone: 'plain' | 'strong' | 'muted';
  readonly isSmall: boolean;
}

export interface SetLine {
  readonly text: string;
  readonly spans?: readonly TextSpan[];
}

/** A line from box to box, or between points. */
export interface DrawnLine extends DrawnBase {
  readonly kind: 'line';
  readonly start: ShapePoint;
  readonly path: readonly PathStep[];
  /** Whether it is a form that connectors have; other lines are free. */
  readonly form: 'straight' | 'elbow' | 'curve' | 'free';
  /** Whether an elbow or a curve begins and ends vertically. */
  readonly isVertical: boolean;
  readonly from?: LineEnd;
  readonly to?: LineEnd;
  readonly line: Exclude<LineStyle, 'invisible'>;
  readonly look: 'edge' | 'rule' | 'divider' | 'life';
  /** The symbols at its ends, as far as lines have them; others are shapes of their own. */
  readonly heads: { readonly start: LineHead; readonly end: LineHead };
}

export type LineHead = Extract<EdgeEnd, 'none' | 'arrow' | 'vee' | 'diamond' | 'circle'>;

/** A step of a path: a straight line, or a cubic curve. */
export interface PathStep {
  readonly to: ShapePoint;
  readonly controls?: readonly [ShapePoint, ShapePoint];
}

/** The box at which a line ends, and where. */
export interface LineEnd {
  readonly key: string;
  readonly side: Side;
  readonly at: ShapePoint;
}

/** A closed shape, such as the head of an arrow. */
export interface DrawnPolygon extends DrawnBase {
  readonly kind: 'polygon';
  readonly points: readonly ShapePoint[];
  readonly look: 'node' | 'mark' | 'hollow';
}

export interface DrawnText extends DrawnBase {
  readonly kind: 'text';
  readonly text: SetText;
  /** What its lines take. */
  readonly box: ShapeBox;
  /** Whether it interrupts the line that it is on. */
  readonly isLabel: boolean;
}
