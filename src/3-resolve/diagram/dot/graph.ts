import type {
  GraphvizEdge,
  GraphvizGraph,
  GraphvizObject,
  Operation,
} from '../../../base/graphviz/output.ts';
import type {
  DotEdge,
  DotGraph,
  DotLabel,
  DotLabelName,
  DotLabels,
  DotNode,
  DotSubgraph,
  DotText,
} from '../../../model/diagram/dot.ts';
import { readAttributes } from './attributes.ts';
import { drawnTexts, readLabel } from './labels.ts';

type Item = GraphvizGraph | GraphvizObject | GraphvizEdge;

/**
 * Reads a graph from what Graphviz parsed and drew.
 */
export function readGraph(written: GraphvizGraph, drawn: GraphvizGraph): DotGraph {
  const count = Number(written['_subgraph_cnt'] ?? 0);
  const objects = written.objects ?? [];
  const drawnObjects = new Map(drawn.objects?.map((each) => [each._gvid, each]));
  const drawnEdges = new Map(drawn.edges?.map((each) => [each._gvid, each]));
  const nodes = objects.slice(count);
  const indexes = new Map(nodes.map(({ _gvid }, i) => [_gvid, i]));
  const indexOf = (id: number) => indexes.get(id) ?? 0;
  // Graphviz writes edges in the order of the text, and numbers them by the nodes that they begin at.
  const edges = (written.edges ?? [])
    .map((edge, order) => ({ edge, order }))
    .sort((a, b) => a.edge._gvid - b.edge._gvid);
  return {
    isDirected: written.directed,
    isStrict: written.strict,
    attributes: readAttributes(written),
    labels: labelsOf(written, drawn, false),
    nodes: nodes.map((node) => readNode(node, drawnObjects.get(node._gvid))),
    edges: edges.map(({ edge, order }) => ({
      ...readEdge(edge, drawnEdges.get(edge._gvid), indexOf),
      order,
    })),
    subgraphs: readSubgraphs(objects.slice(0, count), drawnObjects, indexOf),
  };
}

function readNode(node: GraphvizObject, drawn: GraphvizObject | undefined): DotNode {
  return {
    name: node.name,
    attributes: readAttributes(node),
    labels: labelsOf(node, drawn, /record$/.test(String(node['shape'] ?? ''))),
    isInvisible: isInvisible(node),
  };
}

function readEdge(
  edge: GraphvizEdge,
  drawn: GraphvizEdge | undefined,
  indexOf: (id: number) => number,
): Omit<DotEdge, 'order'> {
  return {
    from: indexOf(edge.tail),
    to: indexOf(edge.head),
    attributes: readAttributes(edge),
    labels: labelsOf(edge, drawn, false),
    isInvisible: isInvisible(edge),
    hasTail: hasShape(drawn?._tdraw_),
    hasHead: hasShape(drawn?._hdraw_),
  };
}

/** Subgraphs, each after the one that it is in. */
function readSubgraphs(
  subgraphs: readonly GraphvizObject[],
  drawn: ReadonlyMap<number, GraphvizObject>,
  indexOf: (id: number) => number,
): readonly DotSubgraph[] {
  const parents = new Map<number, number>();
  for (const { _gvid, subgraphs: inner = [] } of subgraphs) {
    for (const id of inner) parents.set(id, _gvid);
  }
  const ordered: GraphvizObject[] = [];
  const visit = (parent: number | undefined): void => {
    for (const each of subgraphs) {
      if (parents.get(each._gvid) !== parent) continue;
      ordered.push(each);
      visit(each._gvid);
    }
  };
  visit(undefined);
  const places = new Map(ordered.map(({ _gvid }, i) => [_gvid, i]));
  return ordered.map((each): DotSubgraph => {
    const shown = drawn.get(each._gvid);
    const parent = places.get(parents.get(each._gvid) ?? -1);
    return {
      name: each.name,
      isCluster: hasShape(shown?._draw_) || drawnTexts(shown?._ldraw_).length > 0,
      ...(parent !== undefined && { parent }),
      nodes: (each.nodes ?? []).map(indexOf),
      attributes: readAttributes(each),
      labels: labelsOf(each, shown, false),
    };
  });
}

function isInvisible({ style }: Item): boolean {
  return typeof style === 'string' && /(?:^|,)\s*invis(?:ible)?\s*(?:,|$)/.test(style);
}

function hasShape(operations: readonly Operation[] = []): boolean {
  return operations.some(({ op }) => 'pPeEbBL'.includes(op));
}

function labelsOf(written: Item, drawn: Item | undefined, isRecord: boolean): DotLabels {
  const labels: Partial<Record<DotLabelName, DotLabel>> = {};
  const read = (name: DotLabelName, texts: readonly DotText[], isFields = false): void => {
    const label = written[name];
    if (typeof label === 'string' && (label !== '' || name === 'label')) {
      labels[name] = readLabel(label, isFields, texts);
    }
  };
  const texts = drawnTexts(drawn?._ldraw_);
  const outer = written['xlabel'];
  // The texts of the label come first.
  const count = typeof outer === 'string' && outer !== '' ? countOf(outer, texts) : 0;
  read('label', texts.slice(0, texts.length - count), isRecord);
  read('xlabel', texts.slice(texts.length - count));
  read('headlabel', drawnTexts(drawn?._hldraw_));
  read('taillabel', drawnTexts(drawn?._tldraw_));
  return labels;
}

/** How many of the last texts are those of an external label. */
function countOf(label: string, texts: readonly DotText[]): number {
  for (let count = 1; count <= texts.length; count++) {
    const { pieces } = readLabel(label, false, texts.slice(-count));
    if (pieces.filter((piece) => typeof piece !== 'string').length === count) return count;
  }
  return Math.min(1, texts.length);
}
