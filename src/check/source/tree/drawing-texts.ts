import type { Chart, Diagram } from '../../../model/blocks.ts';
import type {
  Cell,
  DiagramReading,
  GraphSpec,
  SequenceEvent,
  SequenceSpec,
} from '../../../model/diagram.ts';

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
  const texts = spec.kind === 'graph' ? graphTexts(spec) : sequenceTexts(spec);
  return present([diagram.title ?? title, ...texts]);
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
