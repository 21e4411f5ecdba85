import type { Direction } from '../../model/diagram/diagram.ts';
import type { DiagramImage } from '../../model/rendered.ts';
import { drawBoard } from './board/board.ts';
import { drawCommits } from './commits/commits.ts';
import { drawDot } from './dot/dot.ts';
import { drawGantt } from './gantt/gantt.ts';
import { drawGraph } from './graph.ts';
import type { Form } from './layout/forms.ts';
import { drawQuadrants } from './quadrants.ts';
import { drawSequence } from './sequence/sequence.ts';
import type { Drawing } from './svg.ts';
import { drawTree } from './tree/tree.ts';
import type { Typesetter } from './typesetter.ts';

/** How a diagram is drawn. */
export interface DrawingOptions {
  /** By what distances are multiplied. */
  readonly spacing: number;
  /** By what the longest lines of texts in a graph are multiplied. */
  readonly lineLength?: number;
  /** The direction of a graph, instead of its own; of a `dot` diagram, only `LR`. */
  readonly direction?: Direction;
  /** Groups of a graph are ranked by themselves, which is more compact, but may turn edges around. */
  readonly hasLocalRanks?: boolean;
  /** The arrangement of a graph, if it is another one than ranks. */
  readonly form?: 'components' | Exclude<Form, { readonly room: unknown }>;
}

/** @returns `undefined` if it cannot have the form */
export async function drawDiagram(
  { spec, steps, width, height }: DiagramImage,
  typesetter: Typesetter,
  { spacing, lineLength = 1, direction, hasLocalRanks = false, form }: DrawingOptions,
): Promise<Drawing | undefined> {
  const room = { width, height };
  switch (spec.kind) {
    case 'sequence':
      return drawSequence(spec, typesetter, spacing, steps);
    case 'tree':
      return drawTree(spec, typesetter, spacing);
    case 'board':
      return drawBoard(spec, typesetter, spacing, room);
    case 'commits':
      return drawCommits(spec, typesetter, spacing);
    case 'gantt':
      return drawGantt(spec, typesetter, spacing, room, steps);
    case 'dot':
      return drawDot(spec, typesetter, {
        roomy: spacing,
        ...(direction === 'LR' && { rankdir: direction }),
        ...(steps && { steps }),
      });
    case 'quadrants':
      return drawQuadrants(spec, typesetter, room);
    default: {
      const hasGroups = spec.groups.length > 0;
      const [nodes, ranks] = hasGroups ? [44, 62] : [40, 56];
      const plan = {
        direction: direction ?? spec.direction,
        spacing: { nodes: nodes * spacing, ranks: ranks * spacing, hasLocalRanks },
        form: form === 'components' ? { room } : form,
      };
      return drawGraph(spec, typesetter, { ...plan, lineLength, steps });
    }
  }
}
