import type { Chart, Diagram } from '../../../model/blocks.ts';
import type { ChartSpec } from '../../../model/chart.ts';
import type { BoardColumn } from '../../../model/diagram/board.ts';
import type {
  Cell,
  DiagramReading,
  DiagramSpec,
  GraphSpec,
} from '../../../model/diagram/diagram.ts';
import { type DotGraph, textsOf } from '../../../model/diagram/dot.ts';
import { withWords } from '../../../model/diagram/figures.ts';
import type { SequenceEvent, SequenceSpec } from '../../../model/diagram/sequence.ts';
import type { TreeNode } from '../../../model/diagram/tree.ts';

/** The texts that a chart shows. */
export function chartTexts(chart: Chart): readonly string[] {
  return present([...specTexts(chart), chart.source]);
}

function specTexts(spec: ChartSpec): readonly (string | undefined)[] {
  const { title, unit, x, y, labels, series, annotations, size } = spec;
  return [
    title,
    unit,
    x,
    y,
    size?.name,
    ...labels,
    ...series.flatMap(({ name, points = [] }) => [name, ...points.map(({ label }) => label)]),
    ...annotations.map(({ label }) => label),
  ];
}

/** The texts that a diagram shows. */
export function diagramTexts(diagram: Diagram, reading: DiagramReading): readonly string[] {
  const { title, spec } = withWords(reading, reading.figures);
  const shown = diagram.title ?? title;
  if (spec.kind === 'chart') return present([shown, ...specTexts(spec.chart)]);
  return present([shown, ...textsIn(spec)]);
}

function textsIn(spec: DiagramSpec): readonly (string | undefined)[] {
  switch (spec.kind) {
    case 'graph':
      return graphTexts(spec);
    case 'sequence':
      return sequenceTexts(spec);
    case 'dot':
      return spec.graphs.flatMap(dotTexts);
    case 'tree':
      return treeTexts(spec.root);
    case 'board':
      return spec.sections.flatMap(({ title, columns }) => [
        title,
        ...columns.flatMap(columnTexts),
      ]);
    case 'commits':
      return [...spec.branches, ...spec.commits.flatMap(({ label, tags }) => [label, ...tags])];
    case 'quadrants': {
      const { quadrants, left, right, bottom, top, points } = spec;
      return [...quadrants, left, right, bottom, top, ...points.map(({ label }) => label)];
    }
    case 'gantt':
      return [...spec.sections, ...spec.tasks.map(({ label }) => label)];
    default:
      return spec satisfies never;
  }
}

function dotTexts({ labels, subgraphs, nodes, edges }: DotGraph): readonly string[] {
  return [{ labels }, ...subgraphs, ...nodes, ...edges].flatMap((part) =>
    Object.values(part.labels).flatMap((label) => textsOf(label).map(({ text }) => text)),
  );
}

function treeTexts({ label, note, children }: TreeNode): readonly (string | undefined)[] {
  return [label, note, ...children.flatMap(treeTexts)];
}

function columnTexts({ title, cards }: BoardColumn): readonly string[] {
  return [title, ...cards.flatMap(({ content }) => cellTexts(content))];
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

function sequenceTexts({ participants, boxes, events }: SequenceSpec): readonly string[] {
  return [
    ...boxes.map(({ label }) => label),
    ...participants.flatMap(({ label, links }) => [label, ...links.map((link) => link.label)]),
    ...events.flatMap(eventTexts),
  ];
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
