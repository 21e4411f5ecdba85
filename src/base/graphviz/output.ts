/** A graph in Graphviz' JSON: https://graphviz.org/docs/outputs/json/ */
export interface GraphvizGraph extends GraphvizItem {
  readonly directed: boolean;
  readonly strict: boolean;
  /** The subgraphs, then the nodes. */
  readonly objects?: readonly GraphvizObject[];
  readonly edges?: readonly GraphvizEdge[];
}

/** A node, or a subgraph if it has `nodes` or `subgraphs` or is one of the first `_subgraph_cnt`. */
export interface GraphvizObject extends GraphvizItem {
  readonly _gvid: number;
  readonly name: string;
  /** Their `_gvid`. */
  readonly nodes?: readonly number[];
  readonly subgraphs?: readonly number[];
}

export interface GraphvizEdge extends GraphvizItem {
  readonly _gvid: number;
  /** The `_gvid` of nodes. */
  readonly tail: number;
  readonly head: number;
}

/** What all parts have: attributes, and after a layout the operations that draw them. */
interface GraphvizItem {
  readonly [attribute: string]: unknown;
  readonly _draw_?: readonly Operation[];
  readonly _ldraw_?: readonly Operation[];
  readonly _hdraw_?: readonly Operation[];
  readonly _tdraw_?: readonly Operation[];
  readonly _hldraw_?: readonly Operation[];
  readonly _tldraw_?: readonly Operation[];
}

/** An operation of the format xdot: https://graphviz.org/docs/outputs/canon/#xdot; lengths in points. */
export type Operation =
  | { readonly op: 'p' | 'P' | 'L' | 'b' | 'B'; readonly points: readonly Pair[] }
  | {
      readonly op: 'e' | 'E';
      readonly rect: readonly [x: number, y: number, rx: number, ry: number];
    }
  | PenColor
  | { readonly op: 'S'; readonly style: string }
  | { readonly op: 'F'; readonly size: number; readonly face: string }
  | { readonly op: 't'; readonly fontchar: number }
  | TextOperation;

export type Pair = readonly [x: number, y: number];

/** Sets the color of lines (`c`) or of filled shapes (`C`). */
export type PenColor = { readonly op: 'c' | 'C' } & (
  | { readonly grad: 'none'; readonly color: string }
  | {
      readonly grad: 'linear' | 'radial';
      readonly p0: readonly number[];
      readonly p1: readonly number[];
      readonly stops: readonly { readonly frac: number; readonly color: string }[];
    }
);

export interface TextOperation {
  readonly op: 'T';
  readonly pt: Pair;
  readonly align: 'l' | 'c' | 'r';
  readonly text: string;
}
