import type { DiagramSpec, DiagramSteps, GraphSpec } from '../../model/diagram/diagram.ts';
import type { DotSpec } from '../../model/diagram/dot.ts';
import type { GanttSpec } from '../../model/diagram/gantt.ts';
import type { SequenceSpec } from '../../model/diagram/sequence.ts';
import { planSequence } from './sequence-steps.ts';

/** The steps at which the parts of a diagram appear, as in `ImageSteps`; 0 for those that are there from the start. */
export interface StepPlan {
  readonly nodes: readonly number[];
  readonly groups: readonly number[];
  readonly edges: readonly number[];
}

/** A diagram that can appear in steps. */
export type SteppedSpec = GraphSpec | SequenceSpec | DotSpec | GanttSpec;

export function isStepped(spec: DiagramSpec): spec is SteppedSpec {
  return ['graph', 'sequence', 'dot', 'gantt'].includes(spec.kind);
}

/** Plans when the parts of a diagram appear. */
export function planSteps(spec: SteppedSpec, steps: DiagramSteps): StepPlan {
  switch (spec.kind) {
    case 'graph':
      return planGraph(partsOfGraph(spec), steps);
    case 'dot':
      return planGraph(partsOfDot(spec), steps);
    case 'gantt':
      return planGraph(partsOfGantt(spec), steps);
    case 'sequence':
      return planSequence(spec, steps);
    default:
      return spec satisfies never;
  }
}

/** What the steps of a graph depend on. */
interface Parts {
  readonly nodes: readonly {
    readonly id: string;
    readonly group: string | undefined;
    readonly isInvisible: boolean;
  }[];
  readonly groups: readonly { readonly id: string; readonly parent: string | undefined }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    /** Its place among the edges of the source. */
    readonly order: number;
    readonly isInvisible: boolean;
  }[];
}

function partsOfGraph({ nodes, groups, edges }: GraphSpec): Parts {
  return {
    nodes: nodes.map(({ id, group }) => ({ id, group, isInvisible: false })),
    groups: groups.map(({ id, parent }) => ({ id, parent })),
    edges: edges.map(({ from, to, line }, order) => ({
      from,
      to,
      order,
      isInvisible: line === 'invisible',
    })),
  };
}

/** Tasks are nodes, without edges. */
function partsOfGantt({ tasks }: GanttSpec): Parts {
  const nodes = tasks.map((_, i) => ({ id: `task ${i}`, group: undefined, isInvisible: false }));
  return { nodes, groups: [], edges: [] };
}

/** More than a graph can have. */
const maxEdges = 1e6;

/** The graphs of a text, one after the other. */
function partsOfDot({ graphs }: DotSpec): Parts {
  const parts = graphs.map(({ nodes, subgraphs, edges }, i): Parts => {
    const nodeId = (index: number) => `node ${i} ${index}`;
    const groupId = (index: number) => `group ${i} ${index}`;
    return {
      nodes: nodes.map(({ isInvisible }, index) => {
        // The innermost one is the last one.
        const around = subgraphs.findLastIndex((each) => each.nodes.includes(index));
        const group = around < 0 ? undefined : groupId(around);
        return { id: nodeId(index), group, isInvisible };
      }),
      groups: subgraphs.map(({ parent }, index) => ({
        id: groupId(index),
        parent: parent === undefined ? undefined : groupId(parent),
      })),
      edges: edges.map(({ from, to, order, isInvisible }) => ({
        from: nodeId(from),
        to: nodeId(to),
        // The edges of the graphs before come first.
        order: i * maxEdges + order,
        isInvisible,
      })),
    };
  });
  return {
    nodes: parts.flatMap(({ nodes }) => nodes),
    groups: parts.flatMap(({ groups }) => groups),
    edges: parts.flatMap(({ edges }) => edges),
  };
}

function planGraph(parts: Parts, steps: DiagramSteps): StepPlan {
  const byEdges = steps === 'edges' ? stepsOfEdges(parts) : undefined;
  const nodes = byEdges ? nodesByEdges(parts, byEdges) : nodesInOrder(parts, steps);
  const groups = groupsOf(parts, nodes);
  const at = (id: string): number => nodes.get(id) ?? groups.get(id) ?? 0;
  return {
    nodes: parts.nodes.map(({ id }) => at(id)),
    groups: parts.groups.map(({ id }) => groups.get(id) ?? 0),
    edges: byEdges ?? parts.edges.map(({ from, to }) => Math.max(at(from), at(to))),
  };
}

/** A node at each step, or all up to the next name in a list. */
function nodesInOrder({ nodes }: Parts, steps: DiagramSteps): ReadonlyMap<string, number> {
  let visible = -1;
  const stepOf = (index: number): number =>
    typeof steps === 'string' ? Math.max(0, visible) : steps.findIndex((count) => index < count);
  return new Map(
    nodes.map(({ id, isInvisible }, index) => {
      if (!isInvisible) visible++;
      return [id, stepOf(index)];
    }),
  );
}

/** An edge at each step. */
function stepsOfEdges({ edges }: Parts): readonly number[] {
  const visible = edges
    .filter(({ isInvisible }) => !isInvisible)
    .map(({ order }) => order)
    .sort((a, b) => a - b);
  return edges.map(({ order }) => visible.indexOf(order) + 1);
}

/** The first edge begins at a node that is there; other nodes appear with their first edge. */
function nodesByEdges(
  { nodes, edges, groups }: Parts,
  steps: readonly number[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const set = (id: string, step: number): void => {
    if (!found.has(id)) found.set(id, step);
  };
  const groupIds = new Set(groups.map(({ id }) => id));
  const sorted = edges
    .map((edge, i) => ({ ...edge, step: steps[i] ?? 0 }))
    .sort((a, b) => a.step - b.step);
  for (const { from, to, isInvisible, step } of sorted) {
    if (isInvisible) continue;
    if (!groupIds.has(from)) set(from, step === 1 ? 0 : step);
    if (!groupIds.has(to)) set(to, step);
  }
  for (const { id } of nodes) set(id, 0);
  return found;
}

/** A group appears with the first node in it. */
function groupsOf(
  { nodes, groups }: Parts,
  steps: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const found = new Map<string, number>();
  for (const { id, group, isInvisible } of nodes) {
    if (isInvisible) continue;
    const step = steps.get(id) ?? 0;
    for (let around = group; around !== undefined; around = parents.get(around)) {
      found.set(around, Math.min(step, found.get(around) ?? step));
    }
  }
  return found;
}
