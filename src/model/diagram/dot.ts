/** A text in DOT: the graphs in it, to be laid out by Graphviz. Plain JSON. */
export interface DotSpec {
  readonly kind: 'dot';
  /** At least one; none is empty. */
  readonly graphs: readonly DotGraph[];
}

/** Attributes by name, as the author wrote them. */
export type DotAttributes = Readonly<Record<string, string>>;

export interface DotGraph {
  readonly isDirected: boolean;
  readonly isStrict: boolean;
  /** Without labels, which are in `labels`; so for all parts of a graph. */
  readonly attributes: DotAttributes;
  readonly labels: DotLabels;
  readonly nodes: readonly DotNode[];
  readonly edges: readonly DotEdge[];
  /** Each after the one that it is in. */
  readonly subgraphs: readonly DotSubgraph[];
}

export interface DotNode {
  readonly name: string;
  readonly attributes: DotAttributes;
  readonly labels: DotLabels;
  readonly isInvisible: boolean;
}

export interface DotEdge {
  /** The indexes of the nodes that it connects. */
  readonly from: number;
  readonly to: number;
  /** Its place among the edges of the text. */
  readonly order: number;
  readonly attributes: DotAttributes;
  readonly labels: DotLabels;
  readonly isInvisible: boolean;
  /** It has an arrowhead at this end. */
  readonly hasTail: boolean;
  readonly hasHead: boolean;
}

export interface DotSubgraph {
  readonly name: string;
  /** Its frame and label are drawn. */
  readonly isCluster: boolean;
  readonly parent?: number;
  /** The indexes of its nodes. */
  readonly nodes: readonly number[];
  readonly attributes: DotAttributes;
  readonly labels: DotLabels;
}

export const dotLabelNames = ['label', 'xlabel', 'headlabel', 'taillabel'] as const;

export type DotLabelName = (typeof dotLabelNames)[number];

export type DotLabels = Readonly<Partial<Record<DotLabelName, DotLabel>>>;

export interface DotLabel {
  /** It is written in angle brackets. */
  readonly isHtml: boolean;
  /** The label as written, divided into the texts that it shows and the markup between them. */
  readonly pieces: readonly (string | DotText)[];
}

/** A text of one font, without line breaks. */
export interface DotText {
  readonly text: string;
  /** In points. */
  readonly size: number;
  readonly styles: readonly DotTextStyle[];
}

export type DotTextStyle =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'super'
  | 'sub'
  | 'strike'
  | 'overline';

/** The texts that a label shows. */
export function textsOf(label: DotLabel | undefined): readonly DotText[] {
  return label?.pieces.filter((piece) => typeof piece !== 'string') ?? [];
}
