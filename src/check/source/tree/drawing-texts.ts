import type { Chart, Diagram } from '../../../model/blocks.ts';
import type {
  Cell,
  DiagramReading,
  DiagramSpec,
  GraphSpec,
  SequenceEvent,
  SequenceSpec,
} from '../../../model/diagram.ts';
import { type DotGraph, textsOf } from '../../../model/dot.ts';

/** The texts that a chart shows. */
export function chartTexts(chart: Chart): readonly string[] {
  const { title, unit, x, y, labels, series, annotations, size, source } = chart;
  return present([
    title,
    unit,
    x,
    y,
    size?.name,
    source,
    ...labels,
    ...series.flatMap(({ name, points = [] }) => [name, ...points.map(({ label }) => label)]),
    ...annotations.map(({ label }) => label),
  ]);
}

/** The texts that a diagram shows. */
export function diagramTexts(diagram: Diagram, { title, spec }: DiagramReading): readonly string[] {
  return present([diagram.title ?? title, ...textsIn(spec)]);
}

function textsIn(spec: DiagramSpec): readonly (string | undefined)[] {
  switch (spec.kind) {
    case 'graph':
      return graphTexts(spec);
    case 'sequence':
      return sequenceTexts(spec);
    case 'dot':
      return spec.graphs.flatMap(dotTexts);
    default:
      return spec satisfies never;
  }
}

function dotTexts({ labels, subgraphs, nodes, edges }: DotGraph): readonly string[] {
  return [{ labels }, ...subgraphs, ...nodes, ...edges].flatMap((part) =>
    Object.values(part.labels).flatMap((label) => textsOf(label).map(({ text }) => text)),
  );
}

function graphTexts({ nodes, edges, groups }: GraphSpec): readonly (string | undefined)[] {
  return [
    ...groups.map(({ label }) => label),
    ...nodes.flatMap(({ content }) => cellTexts(content)),
    ...edges.flatMap(({ label, fromLabel, toLabel }) => [label, fromLabel, toLabel]),
  ];
}

function cellTexts(cell: Cell): readonly string[] {
  return cell.kind === 'text' ? [cell.text] : cell.cells.flatMap(cellTexts);
}

function sequenceTexts({ participants, events }: SequenceSpec): readonly string[] {
  return [...participants.map(({ label }) => label), ...events.flatMap(eventTexts)];
}

function eventTexts(event: SequenceEvent): readonly string[] {
  switch (event.kind) {
    case 'message':
    case 'note':
      return [event.text];
    case 'frame':
      return event.sections.flatMap(({ label, events }) => [label, ...events.flatMap(eventTexts)]);
    case 'activate':
    case 'deactivate':
      return [];
    default:
      return event satisfies never;
  }
}

function present(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.filter((text): text is string => Boolean(text)))];
}
