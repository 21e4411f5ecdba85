import type { GraphEdge, GraphNode, GraphSpec } from '../../../model/diagram/diagram.ts';
import type { DrawnBox, DrawnShape } from '../../../model/diagram/shapes.ts';
import type { ImageSteps } from '../../../model/rendered.ts';
import { type CellPiece, placeCell, type SetCell } from '../cells.ts';
import { cornersOf, endLabelPlace, labelPosition, maxLabelWidth } from '../edges/edges.ts';
import { lengthOfEnd } from '../edges/ends.ts';
import type { Route } from '../edges/routes.ts';
import type { PlacedGraph } from '../graph.ts';
import type { PlacedGroup } from '../groups.ts';
import { textBox } from '../shapes.ts';
import { type Box, grow, type Point } from '../svg.ts';
import type { Lines, Typesetter } from '../typesetter.ts';
import { shapesOfEdge } from './edge-shapes.ts';
import { boxWith, lineAlong, setText, shapesAt, textAt } from './pieces.ts';

/** The parts of a graph as shapes, in the order in which they are drawn. */
export function shapesOfGraph(
  spec: GraphSpec,
  { layout, nodes, groups, routes }: PlacedGraph,
  cells: ReadonlyMap<string, SetCell>,
  labels: readonly (Lines | undefined)[],
  typesetter: Typesetter,
  steps: ImageSteps | undefined,
): readonly DrawnShape[] {
  return [
    ...groups.flatMap((each) => shapesAt(shapesOfGroup(each), steps?.groups[each.index])),
    ...spec.edges.flatMap((edge, i) => shapesAt(shapesOfEdge(edge, routes[i]), steps?.edges[i])),
    ...groups.flatMap((each) => shapesAt(shapesOfTitle(each), steps?.groups[each.index])),
    ...nodes.flatMap(({ node, box }, i) =>
      shapesAt(shapesOfNode(node, box, cells.get(node.id)), steps?.nodes[i]),
    ),
    ...spec.edges.flatMap((edge, i) => {
      const at = routes[i] && labelPosition(edge, layout.edges[i]);
      const label = shapesOfLabel(edge, labels[i], at);
      const ends = shapesOfEndLabels(edge, routes[i], typesetter);
      return shapesAt([...label, ...ends], steps?.edges[i]);
    }),
  ];
}

function shapesOfGroup({ group: { id, paint }, box }: PlacedGroup): readonly DrawnShape[] {
  const own = { key: id, ...(paint && { paint }) };
  return [boxWith('rectangle', box, 'group', own)];
}

function shapesOfTitle({ group: { paint }, title }: PlacedGroup): readonly DrawnShape[] {
  if (!title) return [];
  const look = { tone: 'muted', isSmall: true, align: 'start' } as const;
  return shapesAt(textAt(title.lines, title.x, title.y, look), undefined, paint);
}

/** A node: its box with a text in it, or with cells in front of it. */
function shapesOfNode(
  { id, shape, content, paint, link }: GraphNode,
  box: Box,
  set: SetCell | undefined,
): readonly DrawnShape[] {
  const isList = content.kind !== 'text' && content.isRuled;
  const outline = isList && shape !== 'rounded' ? 'rectangle' : shape;
  const pieces = set ? placeCell(set, textBox(shape, box)).pieces : [];
  const [only] = pieces;
  const isText = only?.kind === 'text' && pieces.length === 1;
  const own: Partial<DrawnBox> = {
    key: id,
    ...(paint && { paint }),
    ...(link !== undefined && { link }),
    ...(isText && { text: setText(only.lines, only.cell) }),
  };
  const drawn = framesOf(outline, box, own);
  return isText ? drawn : [...drawn, ...shapesAt(pieces.flatMap(shapesOfPiece), undefined, paint)];
}

function shapesOfPiece(piece: CellPiece): readonly DrawnShape[] {
  if (piece.kind === 'rule') return lineAlong([piece.from, piece.to], 'rule');
  return textAt(piece.lines, piece.x, piece.top, piece.cell);
}

/** The box of a node with the lines in it, or the boxes that are stacked. */
function framesOf(
  outline: DrawnBox['outline'],
  box: Box,
  own: Partial<DrawnBox>,
): readonly DrawnShape[] {
  const { x, y, width, height } = box;
  const look = outline === 'note' ? 'note' : markLooks.has(outline) ? 'mark' : 'node';
  const main = boxWith(outline, box, look, own);
  const paint = own.paint && { paint: own.paint };
  switch (outline) {
    case 'double-circle':
      return [main, boxWith('circle', grow(box, -5), 'outline', paint)];
    case 'end':
      return [{ ...main, outline: 'circle' }, boxWith('circle', grow(box, -6), 'mark', paint)];
    case 'lined-rectangle':
      return [
        { ...main, outline: 'rectangle' },
        ...rule({ x: x + 9, y }, { x: x + 9, y: y + height }),
      ];
    case 'divided-rectangle':
      return [
        { ...main, outline: 'rectangle' },
        ...rule({ x, y: y + 11 }, { x: x + width, y: y + 11 }),
      ];
    case 'stacked-rectangle': {
      const sheet = { width: width - 10, height: height - 10 };
      return [2, 1, 0].map((step) => {
        const place = { x: x + 5 * step, y: y + 5 * (2 - step), ...sheet };
        return boxWith('rectangle', place, 'sheet', step === 0 ? own : paint);
      });
    }
    default:
      return [main];
  }
}

const markLooks: ReadonlySet<DrawnBox['outline']> = new Set(['dot', 'bar', 'junction']);

function rule(from: Point, to: Point): readonly DrawnShape[] {
  return lineAlong([from, to], 'rule');
}

/** The label of an edge. */
function shapesOfLabel(
  { paint }: GraphEdge,
  label: Lines | undefined,
  at: Point | undefined,
): readonly DrawnShape[] {
  if (!label || !at) return [];
  const text = textAt(label, at.x, at.y - label.height / 2, { isSmall: true, isLabel: true });
  return shapesAt(text, undefined, paint?.text ? { text: paint.text } : undefined);
}

/** The labels next to the ends of an edge. */
function shapesOfEndLabels(
  edge: GraphEdge,
  route: Route | undefined,
  typesetter: Typesetter,
): readonly DrawnShape[] {
  if (!route || edge.line === 'invisible') return [];
  const points = cornersOf(route);
  const ends = [
    [edge.fromLabel, points[0], route.startDirection, edge.start],
    [edge.toLabel, points.at(-1), route.endDirection, edge.end],
  ] as const;
  return ends.flatMap(([text, point, into, end]) => {
    if (text === undefined || !point) return [];
    const lines = typesetter.set(text, maxLabelWidth, { isSmall: true, tone: 'muted' });
    const { x, top, align } = endLabelPlace(point, into, lengthOfEnd(end) - 4, lines);
    return textAt(lines, x, top, { isSmall: true, tone: 'muted', align });
  });
}
