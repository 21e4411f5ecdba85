import { suggest } from '../../base/diagnostics/suggest.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import type { DiagramText } from '../../model/blocks.ts';
import type { DiagramReading, DiagramSteps, GraphSpec } from '../../model/diagram.ts';

const words = ['nodes', 'edges'] as const;

/** Reads the steps of a diagram. */
export function readSteps(
  { steps }: Pick<DiagramText, 'steps'>,
  spec: DiagramReading['spec'],
  report: Report,
): DiagramSteps | undefined {
  const [first] = steps ?? [];
  if (!steps || !first) return undefined;
  if (spec.kind !== 'graph') {
    const hint = 'graphs have steps: flowcharts, classes, states and entities';
    report.add('diagram-steps', first.span, 'this kind of diagram has no steps', hint);
    return undefined;
  }
  const word = steps.length === 1 && words.find((name) => name === first.value);
  return word || readMilestones(steps, spec, report);
}

function readMilestones(
  steps: NonNullable<DiagramText['steps']>,
  { nodes }: GraphSpec,
  report: Report,
): DiagramSteps {
  const ids = nodes.map(({ id }) => id);
  const counts: number[] = [];
  for (const { value, span } of steps) {
    const count = ids.indexOf(value) + 1;
    if (count === 0) {
      const hint = suggest(value, steps.length === 1 ? [...words, ...ids] : ids);
      report.add('diagram-steps', span, `the diagram has no node "${value}"`, hint);
    } else if (count <= (counts.at(-1) ?? 0)) {
      report.add('diagram-steps', span, `"${value}" is already shown before this step`);
    } else counts.push(count);
  }
  // The remaining nodes are a last step.
  return (counts.at(-1) ?? 0) < ids.length ? [...counts, ids.length] : counts;
}
