/** What `getData()` of Mermaid's databases returns. Only what is used here. */
export interface GraphData {
  readonly nodes: readonly DataNode[];
  readonly edges: readonly DataEdge[];
}

export interface DataNode {
  readonly id: string;
  readonly isGroup?: boolean;
  readonly parentId?: string;
  readonly label?: string;
  readonly labelType?: string;
  readonly shape?: string;
  /** The direction of a group. */
  readonly dir?: string;
  readonly cssStyles?: readonly string[];
  readonly cssCompiledStyles?: readonly string[];
  readonly link?: string;
  readonly tooltip?: string;
  /** What is drawn in place of a shape; lengths are in pixels at which texts are 16 pixels high. */
  readonly icon?: string;
  readonly img?: string;
  /** Where the text is: `t` for above, `b` for below. */
  readonly pos?: string;
  readonly assetWidth?: number | string;
  readonly assetHeight?: number | string;
  readonly constraint?: string;
}

export interface DataEdge {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly label?: string;
  readonly labelType?: string;
  /** `normal`, `thick` or `invisible`. */
  readonly thickness?: string;
  /** `dotted`, `dashed` or `solid`. */
  readonly pattern?: string;
  readonly arrowTypeStart?: string;
  readonly arrowTypeEnd?: string;
  readonly startLabelRight?: string;
  readonly endLabelLeft?: string;
  readonly minlen?: number;
  readonly style?: readonly string[] | string;
  readonly cssCompiledStyles?: readonly string[];
  readonly curve?: string;
}

/** The styles of a node, those of its classes first. */
export function stylesOf({ cssCompiledStyles = [], cssStyles = [] }: DataNode): readonly string[] {
  return [...cssCompiledStyles, ...cssStyles];
}
