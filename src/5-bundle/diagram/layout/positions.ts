import type { Direction } from '../../../model/diagram/diagram.ts';
import type { Size } from '../shapes.ts';
import type { Box, Point } from '../svg.ts';

/** Whether ranks run from top to bottom, or back. */
export function runsVertically(direction: Direction): boolean {
  return direction === 'TB' || direction === 'BT';
}

/** The distances between nodes of a rank, and between ranks. */
export interface Spacing {
  readonly nodes: number;
  readonly ranks: number;
  /** Groups are ranked by themselves, even if that turns edges around. */
  readonly hasLocalRanks?: boolean;
}

/** The positions of nodes, groups and edges. */
export interface Layout {
  readonly nodes: ReadonlyMap<string, Box>;
  readonly groups: ReadonlyMap<string, Box>;
  /** By the index of the edge. */
  readonly edges: readonly EdgeLayout[];
  /** Whether groups are ranked together, as edges between them would run back otherwise. */
  readonly hasGlobalRanks?: boolean;
}

export interface EdgeLayout {
  /** Whether its ranks run from top to bottom, or back. */
  readonly isVertical: boolean;
  /** A point in each rank between its ends, and the center of its label. */
  readonly points: readonly Point[];
  /** The center of its label. */
  readonly label?: Point;
  /** The whole line from border to border, in straight parts, in place of its points. */
  readonly path?: readonly Point[];
  /** The straight parts of the line at one of its ends; several lines share the place where they begin. */
  readonly rail?: { readonly end: 'from' | 'to'; readonly path: readonly Point[] };
  /** For an edge from a node to itself, whether it is below or to the right of the node. */
  readonly isAfter?: boolean;
  /** Which of several edges from a node to itself it is. */
  readonly loop?: LoopPlace;
}

/** The place of an edge from a node to itself among the others, along the ranks. */
export interface LoopPlace {
  readonly index: number;
  readonly count: number;
  /** Around the center of its label. */
  readonly room: number;
}

/** The sizes of what is laid out. */
export interface Sizes {
  /** By node. */
  readonly nodes: ReadonlyMap<string, Size>;
  /** The space for the label of each group. */
  readonly heads: ReadonlyMap<string, Size>;
  /** The space for the label of each edge, by its index. */
  readonly labels: readonly (Size | undefined)[];
  /** The part of nodes at which lines end, if it is not the whole box; relative to the box. */
  readonly frames?: ReadonlyMap<string, Box>;
}

/** The positions in a part, by the index of edges in the whole graph. */
export interface PartLayout extends Pick<Layout, 'nodes' | 'groups' | 'hasGlobalRanks'> {
  readonly edges: ReadonlyMap<number, EdgeLayout>;
}
