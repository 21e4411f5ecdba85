import type { ChartSpec } from '../chart.ts';
import type { BoardSpec } from './board.ts';
import type { CommitSpec } from './commits.ts';
import type { DotSpec } from './dot.ts';
import type { FigureSource } from './figures.ts';
import type { GanttSpec } from './gantt.ts';
import type { QuadrantSpec } from './quadrants.ts';
import type { SequenceSpec } from './sequence.ts';
import type { TreeSpec } from './tree.ts';

/** What the text of a diagram says. Plain JSON. */
export interface DiagramReading {
  readonly spec: DiagramSpec | ChartDiagram;
  readonly title?: string;
  /** The author's own name of the diagram, for people who cannot see it. */
  readonly name?: string;
  /** The author's own text alternative. */
  readonly alt?: string;
  /** What its texts contain besides words, by index; see `figureMark`. */
  readonly figures?: readonly FigureSource[];
}

/**
 * How a graph appears: a node or an edge at each step, or as many nodes at first and after each step. Of a sequence
 * diagram, participants are the nodes, and messages the edges.
 */
export type DiagramSteps = 'nodes' | 'edges' | readonly number[];

/** A diagram, independent of the language it was written in. Plain JSON. */
export type DiagramSpec =
  | GraphSpec
  | SequenceSpec
  | TreeSpec
  | BoardSpec
  | QuadrantSpec
  | CommitSpec
  | GanttSpec
  | DotSpec;

/** A diagram that is a chart. */
export interface ChartDiagram {
  readonly kind: 'chart';
  readonly chart: ChartSpec;
}

export type Direction = 'TB' | 'BT' | 'LR' | 'RL';

/** A graph: nodes, and edges between them. */
export interface GraphSpec {
  readonly kind: 'graph';
  /** Its name in text alternatives. */
  readonly type:
    | 'graph'
    | 'flowchart'
    | 'class diagram'
    | 'state diagram'
    | 'entity diagram'
    | 'requirement diagram'
    | 'C4 diagram'
    | 'architecture diagram';
  readonly direction: Direction;
  /** Whether it may run another way, as its author has chosen none. */
  readonly isTurnable?: true;
  /** At least one node. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Each group follows its parent. */
  readonly groups: readonly GraphGroup[];
}

const nodeShapes = [
  'rectangle',
  'rounded',
  'stadium',
  'subroutine',
  'cylinder',
  'circle',
  'double-circle',
  'ellipse',
  'diamond',
  'hexagon',
  'parallelogram',
  'parallelogram-left',
  'trapezium',
  'inverted-trapezium',
  'flag',
  'triangle',
  'inverted-triangle',
  'house',
  'inverted-house',
  'pentagon',
  'octagon',
  'note',
  'plain',
  'dot',
  'end',
  'bar',
  'data-store',
  'bang',
  'cloud',
  'card',
  'lined-rectangle',
  'divided-rectangle',
  'stacked-rectangle',
  'tagged-rectangle',
  'sloped-rectangle',
  'window-pane',
  'bow-tie',
  'hourglass',
  'bolt',
  'brace-left',
  'brace-right',
  'braces',
  'document',
  'documents',
  'lined-document',
  'tagged-document',
  'paper-tape',
  'delay',
  'display',
  'horizontal-cylinder',
  'lined-cylinder',
  'junction',
  'crossed-circle',
  'notched-pentagon',
] as const;

export type NodeShape = (typeof nodeShapes)[number];

export interface GraphNode {
  readonly id: string;
  readonly shape: NodeShape;
  readonly content: Cell;
  /** Drawn above or below the content, in place of a shape. */
  readonly picture?: NodePicture;
  /** The group that it is in. */
  readonly group?: string;
  readonly paint?: Paint;
  /** An address with `http:`, `https:` or `mailto:`. */
  readonly link?: string;
  /** Shown when the pointer is on it. */
  readonly tooltip?: string;
}

/** An icon or an image of a node. Lengths are in multiples of the text size. */
export interface NodePicture {
  /** The index of its figure. */
  readonly figure: number;
  /** The frame around it. */
  readonly frame: 'none' | 'square' | 'rounded' | 'circle';
  readonly width?: number;
  readonly height?: number;
  /** It keeps its proportions, even if width and height are set. */
  readonly keepsRatio: boolean;
  readonly textAt: 'top' | 'bottom';
}

/** The content of a node: a text, or cells in a column or row. */
export type Cell = TextCell | CellStack;

export interface TextCell {
  readonly kind: 'text';
  /** The text with its line breaks; long lines may be wrapped. */
  readonly text: string;
  readonly align: 'start' | 'middle';
  readonly tone: 'plain' | 'strong' | 'muted';
  /** The parts of the text with a style, in order. */
  readonly spans?: readonly TextSpan[];
  /** Edges may end here. */
  readonly port?: string;
}

/** A part of a text that has a style. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly style: TextStyle;
}

export type TextStyle = 'strong' | 'emphasis' | 'underlined' | 'struck';

interface CellStack {
  readonly kind: 'column' | 'row';
  readonly cells: readonly Cell[];
  /** The cells are separated by lines. */
  readonly isRuled: boolean;
}

export type EdgeEnd =
  | 'none'
  | 'arrow'
  | 'vee'
  | 'triangle'
  | 'diamond'
  | 'hollow-diamond'
  | 'circle'
  | 'hollow-circle'
  | 'cross'
  | 'one'
  | 'zero-one'
  | 'many'
  | 'zero-many';

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** The sides of boxes between which an edge runs. They decide where the boxes are. */
export interface EdgeSides {
  readonly from: Side;
  readonly to: Side;
  /** If the edge is that of a group: the box in the group that it is aligned with. */
  readonly fromBox?: string;
  readonly toBox?: string;
}

export type LineStyle = 'solid' | 'dashed' | 'dotted' | 'thick' | 'invisible';

export interface GraphEdge {
  /** A node or a group. */
  readonly from: string;
  readonly to: string;
  readonly fromPort?: string;
  readonly toPort?: string;
  readonly sides?: EdgeSides;
  readonly label?: string;
  readonly labelSpans?: readonly TextSpan[];
  /** The labels at its ends, such as `1` and `0..*`. */
  readonly fromLabel?: string;
  readonly toLabel?: string;
  readonly line: LineStyle;
  readonly start: EdgeEnd;
  readonly end: EdgeEnd;
  /** How many ranks it spans at least; 1 or more. */
  readonly length: number;
  /** Smooth if it is missing. */
  readonly curve?: 'straight' | 'stepped';
  readonly paint?: Paint;
}

export interface GraphGroup {
  readonly id: string;
  readonly label: string;
  readonly labelSpans?: readonly TextSpan[];
  readonly parent?: string;
  /** Of what is in it; without one, that of what it is in. */
  readonly direction?: Direction;
  readonly paint?: Paint;
}

/** The author's colors, as CSS. */
export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  readonly text?: string;
  readonly isDashed?: boolean;
  readonly isThick?: boolean;
}
