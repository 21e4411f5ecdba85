import type { DiagramSteps, GraphSpec } from '../../model/diagram.ts';

/** The steps at which the parts of a graph appear; 0 for those that are there from the start. */
export interface StepPlan {
  readonly nodes: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, number>;
  /** By the index of the edge. */
  readonly edges: readonly number[];
  readonly count: number;
}

/** Plans when the nodes, groups and edges of a graph appear. */
export function planSteps(spec: GraphSpec, steps: DiagramSteps): StepPlan {
  const nodes = steps === 'edges' ? nodesByEdges(spec) : nodesInOrder(spec, steps);
  const groups = groupsOf(spec, nodes);
  const at = (id: string): number => nodes.get(id) ?? groups.get(id) ?? 0;
  const edges = spec.edges.map(({ from, to }, i) =>
    steps === 'edges' ? i + 1 : Math.max(at(from), at(to)),
  );
  return { nodes, groups, edges, count: Math.max(0, ...nodes.values(), ...edges) };
}

/** A node at each step, or all up to the next name in a list. */
function nodesInOrder(
  { nodes }: GraphSpec,
  steps: Exclude<DiagramSteps, 'edges'>,
): ReadonlyMap<string, number> {
  const stepOf = (index: number): number =>
    steps === 'nodes' ? index : steps.findIndex((count) => index < count);
  return new Map(nodes.map(({ id }, index) => [id, stepOf(index)]));
}

/** The first edge begins at a node that is there; other nodes appear with their first edge. */
function nodesByEdges({ nodes, edges, groups }: GraphSpec): ReadonlyMap<string, number> {
  const steps = new Map<string, number>();
  const set = (id: string, step: number): void => {
    if (!steps.has(id)) steps.set(id, step);
  };
  const isNode = (id: string): boolean => !groups.some((group) => group.id === id);
  for (const [i, { from, to }] of edges.entries()) {
    if (isNode(from)) set(from, i === 0 ? 0 : i + 1);
    if (isNode(to)) set(to, i + 1);
  }
  for (const { id } of nodes) set(id, 0);
  return steps;
}

/** A group appears with the first node in it. */
function groupsOf(
  { nodes, groups }: GraphSpec,
  steps: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const found = new Map<string, number>();
  for (const { id, group } of nodes) {
    const step = steps.get(id) ?? 0;
    for (let around = group; around !== undefined; around = parents.get(around)) {
      found.set(around, Math.min(step, found.get(around) ?? step));
    }
  }
  return found;
}
