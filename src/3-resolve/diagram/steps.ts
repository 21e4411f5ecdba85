import type { Report } from '../../base/diagnostics/report.ts';
import { suggest } from '../../base/diagnostics/suggest.ts';
import type { DiagramText } from '../../model/blocks.ts';
import type { DiagramReading, DiagramSteps } from '../../model/diagram/diagram.ts';

const words = ['nodes', 'edges'] as const;

const whats: Partial<Readonly<Record<DiagramReading['spec']['kind'], string>>> = {
  sequence: 'participant',
  gantt: 'task with the id',
};

/** Reads the steps of a diagram. */
export function readSteps(
  { steps }: Pick<DiagramText, 'steps'>,
  spec: DiagramReading['spec'],
  report: Report,
): DiagramSteps | undefined {
  const [first] = steps ?? [];
  if (!steps || !first) return undefined;
  const ids = idsIn(spec);
  if (!ids) {
    const hint =
      'graphs, sequences and Gantt charts have steps: flowcharts, classes, states, entities and dot';
    report.add('diagram-steps', first.span, 'this kind of diagram has no steps', hint);
    return undefined;
  }
  const word = steps.length === 1 && words.find((name) => name === first.value);
  const what = whats[spec.kind] ?? 'node';
  if (word === 'edges' && spec.kind === 'gantt') {
    const hint = 'its tasks appear one by one with steps=nodes';
    report.add('diagram-steps', first.span, 'a Gantt chart has no edges', hint);
    return undefined;
  }
  return word || readMilestones(steps, ids, what, report);
}

/** The names of what appears; `undefined` for a diagram without steps. */
function idsIn(spec: DiagramReading['spec']): readonly string[] | undefined {
  switch (spec.kind) {
    case 'graph':
      return spec.nodes.map(({ id }) => id);
    case 'sequence':
      return spec.participants.map(({ id }) => id);
    case 'gantt':
      return spec.tasks.map(({ id = '' }) => id);
    case 'dot':
      return spec.graphs.flatMap(({ nodes }) => nodes.map(({ name }) => name));
    default:
      return undefined;
  }
}

function readMilestones(
  steps: NonNullable<DiagramText['steps']>,
  ids: readonly string[],
  what: string,
  report: Report,
): DiagramSteps {
  const counts: number[] = [];
  for (const { value, span } of steps) {
    const count = ids.indexOf(value) + 1;
    if (count === 0) {
      const hint = suggest(value, steps.length === 1 ? [...words, ...ids] : ids);
      report.add('diagram-steps', span, `the diagram has no ${what} "${value}"`, hint);
    } else if (count <= (counts.at(-1) ?? 0)) {
      report.add('diagram-steps', span, `"${value}" is already shown before this step`);
    } else counts.push(count);
  }
  // The remaining nodes are a last step.
  return (counts.at(-1) ?? 0) < ids.length ? [...counts, ids.length] : counts;
}
