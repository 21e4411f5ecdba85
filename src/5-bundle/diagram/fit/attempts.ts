import type { DiagramSpec, Direction, GraphSpec } from '../../../model/diagram/diagram.ts';
import { isTurnableDot } from '../dot/dot.ts';
import type { DrawingOptions } from '../draw.ts';
import { componentsOf } from '../layout/components.ts';
import type { PackedForm } from '../layout/forms.ts';
import { hasSides } from '../layout/grid/grid.ts';

/** By what distances are multiplied in a diagram that is too large. */
export const tight = 0.6;
/** By what distances are multiplied as well as the longest lines of its texts, if that is not enough. */
const dense = [
  { spacing: 0.6, lineLength: 0.6 },
  { spacing: 0.4, lineLength: 0.45 },
];
/** A chain has at most as many rows. */
const maxRows = 8;

/** The parts of a long graph, the boxes in a stack, and the shares of the widest rank that are tried. */
const partCounts = [2, 3, 4, 5, 6, 7, 8];
const stackCounts = [5, 8, 12, 3];
const folds = [0.5, 0.3];

/** Whether a diagram is a graph that has no other arrangement than ranks. */
function isRanked(spec: DiagramSpec): spec is GraphSpec {
  return spec.kind === 'graph' && !hasSides(spec);
}

/** Whether the author has left the direction open. */
export function canTurn(spec: DiagramSpec): boolean {
  if (spec.kind === 'dot') return isTurnableDot(spec);
  return isRanked(spec) && spec.isTurnable === true;
}

export function betterDirection(spec: DiagramSpec): Direction | undefined {
  if (spec.kind === 'dot') return isTurnableDot(spec) ? 'LR' : undefined;
  if (!isRanked(spec)) return undefined;
  return spec.direction === 'TB' || spec.direction === 'BT' ? 'LR' : 'TB';
}

/** With shorter distances, and what is not connected in rows. */
export function looser(spec: DiagramSpec): readonly DrawingOptions[] {
  const form = 'components';
  return [
    { spacing: tight },
    ...(hasComponents(spec)
      ? [{ spacing: 1, form } as const, { spacing: tight, form } as const]
      : []),
  ];
}

/** The most compact drawings that keep the direction. */
export function smallest(spec: DiagramSpec): readonly DrawingOptions[] {
  if (spec.kind === 'dot') return [{ spacing: tight }];
  const hasGroups = isRanked(spec) && spec.groups.length > 0;
  return [
    ...dense,
    ...(hasGroups ? dense.map((each) => ({ ...each, hasLocalRanks: true })) : []),
    ...(hasComponents(spec) ? dense.map((each) => ({ ...each, form: 'components' }) as const) : []),
  ];
}

/** A long graph in parts that run in its direction. */
export function inParts(spec: DiagramSpec): readonly DrawingOptions[] {
  if (!isRanked(spec)) return [];
  return [{ spacing: 1 }, ...dense.slice(-1)].flatMap((each) =>
    partCounts.map((parts) => ({ ...each, form: { parts } })),
  );
}

/** With boxes in stacks, and ranks divided. */
export function packed(spec: DiagramSpec): readonly DrawingOptions[] {
  if (!isRanked(spec)) return [];
  const single: readonly PackedForm[] = [
    ...stackCounts.map((stack) => ({ stack })),
    ...folds.map((fold) => ({ fold })),
  ];
  const both = stackCounts.slice(1).map((stack) => ({ stack, fold: 0.5 }));
  return dense.flatMap((each, i) =>
    (i === 0 ? single : [...single, ...both]).map((form) => ({ ...each, form })),
  );
}

export function turnedTo(direction: Direction): readonly DrawingOptions[] {
  return [
    { spacing: 1, direction },
    { spacing: tight, direction },
  ];
}

export function inRows({ kind }: DiagramSpec): readonly DrawingOptions[] {
  if (kind !== 'graph') return [];
  const counts = Array.from({ length: maxRows - 1 }, (_, i) => i + 2);
  return counts.map((rows) => ({ spacing: 1, direction: 'LR', form: { rows } }));
}

function hasComponents(spec: DiagramSpec): boolean {
  return spec.kind === 'graph' && componentsOf(spec).length > 1;
}
