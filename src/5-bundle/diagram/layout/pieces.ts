import type { GraphSpec } from '../../../model/diagram/diagram.ts';
import type { Size } from '../shapes.ts';
import { type Box, boxAround, moved, type Point } from '../svg.ts';
import type { EdgeLayout, Layout, Sizes } from './positions.ts';

/** The space for a line from a box to itself. */
const loopSpace = 40;

/** A part of a graph that is laid out apart from the others. */
export interface Piece {
  readonly spec: GraphSpec;
  readonly sizes: Sizes;
  /** The indexes of its edges in the whole graph. */
  readonly indexes: readonly number[];
}

/** @param ids of the nodes and groups in it; the edges between them are in it as well */
export function pieceOf(spec: GraphSpec, sizes: Sizes, ids: ReadonlySet<string>): Piece {
  const indexes = spec.edges.flatMap(({ from, to }, i) =>
    ids.has(from) && ids.has(to) ? [i] : [],
  );
  return {
    spec: {
      ...spec,
      nodes: spec.nodes.filter(({ id }) => ids.has(id)),
      groups: spec.groups.filter(({ id }) => ids.has(id)),
      edges: spec.edges.filter((_, i) => indexes.includes(i)),
    },
    sizes: { ...sizes, labels: indexes.map((i) => sizes.labels[i]) },
    indexes,
  };
}

export interface PlacedPiece {
  readonly piece: Piece;
  readonly layout: Layout;
  /** How far it is moved. */
  readonly shift: Point;
}

/** @param others the edges that are in no piece, by their index */
export function joinPieces(
  { edges }: GraphSpec,
  pieces: readonly PlacedPiece[],
  others: ReadonlyMap<number, EdgeLayout> = new Map(),
): Layout {
  const nodes = new Map<string, Box>();
  const groups = new Map<string, Box>();
  const lines = new Map(others);
  for (const { piece, layout, shift } of pieces) {
    const move = <T extends Point>(item: T): T => moved(item, shift);
    for (const [id, box] of layout.nodes) nodes.set(id, move(box));
    for (const [id, box] of layout.groups) groups.set(id, move(box));
    for (const [i, { points, label, ...edge }] of layout.edges.entries()) {
      const line = { ...edge, points: points.map(move), ...(label && { label: move(label) }) };
      lines.set(piece.indexes[i] ?? -1, line);
    }
  }
  const none = { isVertical: true, points: [] };
  return { nodes, groups, edges: edges.map((_, i) => lines.get(i) ?? none) };
}

/** The bounding box of a piece, with the labels of its edges. */
export function extentOfPiece({ spec, sizes }: Piece, { nodes, groups, edges }: Layout): Box {
  const lines = edges.flatMap(({ points, label }, i): readonly (Point & Partial<Size>)[] => {
    const { width = 0, height = 0 } = sizes.labels[i] ?? {};
    return label
      ? [...points, { x: label.x - width / 2, y: label.y - height / 2, width, height }]
      : points;
  });
  const loops = spec.edges.flatMap(({ from, to }, i): readonly Box[] => {
    const box = from === to ? (nodes.get(from) ?? groups.get(from)) : undefined;
    if (!box) return [];
    const before = edges[i]?.isAfter === false ? loopSpace : 0;
    return edges[i]?.isVertical
      ? [{ ...box, x: box.x - before, width: box.width + loopSpace }]
      : [{ ...box, y: box.y - before, height: box.height + loopSpace }];
  });
  return boxAround([...nodes.values(), ...groups.values(), ...lines, ...loops]);
}
