import type { Direction } from '../../model/diagram.ts';
import type { DiagramImage } from '../../model/rendered.ts';
import { drawBoard } from './board/board.ts';
import { drawCommits } from './commits/commits.ts';
import { drawDot } from './dot/dot.ts';
import { drawGraph } from './graph.ts';
import { drawQuadrants } from './quadrants.ts';
import { drawSequence } from './sequence/sequence.ts';
import type { Drawing } from './svg.ts';
import { drawTree } from './tree/tree.ts';
import type { Typesetter } from './typesetter.ts';

/**
 * Draws a diagram.
 *
 * @param spacing by what distances are multiplied
 * @param direction of a graph, instead of its own; of a `dot` diagram, only `LR`
 */
export async function drawDiagram(
  { spec, steps, width, height }: DiagramImage,
  typesetter: Typesetter,
  spacing: number,
  direction?: Direction,
): Promise<Drawing> {
  const room = { width, height };
  switch (spec.kind) {
    case 'sequence':
      return drawSequence(spec, typesetter, spacing);
    case 'tree':
      return drawTree(spec, typesetter, spacing);
    case 'board':
      return drawBoard(spec, typesetter, spacing, room);
    case 'commits':
      return drawCommits(spec, typesetter, spacing);
    case 'dot':
      return drawDot(spec, typesetter, {
        roomy: spacing,
        ...(direction === 'LR' && { rankdir: direction }),
      });
    case 'quadrants':
      return drawQuadrants(spec, typesetter, room);
    default: {
      const hasGroups = spec.groups.length > 0;
      const [nodes, ranks] = hasGroups ? [44, 62] : [40, 56];
      const distances = { nodes: nodes * spacing, ranks: ranks * spacing };
      return drawGraph(spec, typesetter, direction ?? spec.direction, distances, steps);
    }
  }
}
