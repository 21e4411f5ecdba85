import {
  type DotGraph,
  type DotLabels,
  dotLabelNames,
  textsOf,
} from '../../../model/diagram/dot.ts';
import type { DiagramSource } from '../source.ts';
import type { Places } from './places.ts';

/** Reports labels that Graphviz does not draw, also those of invisible parts: their words are not shown. */
export function reportLosses(graph: DotGraph, places: Places, source: DiagramSource): void {
  const report = (labels: DotLabels, hint?: string): void => {
    for (const name of dotLabelNames) {
      const label = labels[name];
      if (!label || textsOf(label).length > 0) continue;
      const written = label.pieces.join('');
      const text = written.replace(/<[^<>]*>|[{|}]/g, ' ').trim();
      if (text === '' || text === '\\N') continue;
      const { start, length } = places.ofValue(/^label$|label$/, written);
      source.ignore(start, length, `the label "${text}" is not drawn`, hint);
    }
  };
  for (const { isInvisible, labels } of [...graph.nodes, ...graph.edges]) {
    report(labels, isInvisible ? 'it is invisible: remove "style=invis", or its label' : undefined);
  }
  for (const { name, nodes, parent, labels } of graph.subgraphs) {
    const outer = parent === undefined ? graph.labels : graph.subgraphs[parent]?.labels;
    const isInherited = writtenLabel(labels) === writtenLabel(outer);
    if (!isInherited) report(labels, hintFor(name, nodes.length === 0));
  }
}

function hintFor(name: string, isEmpty: boolean): string | undefined {
  if (!name.startsWith('cluster')) return 'begin the name of the subgraph with "cluster"';
  return isEmpty ? 'put a node into this cluster' : 'only "dot", "fdp" and "osage" draw clusters';
}

function writtenLabel(labels: DotLabels | undefined): string {
  const pieces = labels?.label?.pieces ?? [];
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}
