import type { GraphEdge } from '../../../model/diagram/diagram.ts';
import type { EdgeLayout } from '../layout/positions.ts';
import { group, type Point, path, round, writePoints } from '../svg.ts';
import type { Lines, Typesetter } from '../typesetter.ts';
import { sampleCurve, stepsThrough, writeCurve, writeRounded, writeStraight } from './curve.ts';
import { drawEnd, lengthOfEnd } from './ends.ts';
import type { Route } from './routes.ts';

/** The width of the longest line of a label, in multiples of the text size. */
export const maxLabelWidth = 10;

/** Draws the line of an edge and its ends. */
export function drawEdge(edge: GraphEdge, route: Route | undefined): string {
  if (!route || edge.line === 'invisible') return '';
  const { startDirection, endDirection } = route;
  const points = cornersOf(route);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  const trimmed = [
    back(first, startDirection, lengthOfEnd(edge.start)),
    ...points.slice(1, -1),
    back(last, endDirection, lengthOfEnd(edge.end)),
  ];
  const isLoop = edge.from === edge.to;
  const d = isLoop ? writeLoop(trimmed) : writeParts(edge, trimmed, route);
  const line = path(d, edge.line === 'solid' ? 'stroke' : `stroke ${edge.line}`);
  const ends = drawEnd(edge.start, first, startDirection) + drawEnd(edge.end, last, endDirection);
  return edge.paint ? group('edge', line + ends, edge.paint) : line + ends;
}

/** The points of a route, with those of its straight parts. */
export function cornersOf({ before = [], points, after = [] }: Route): readonly Point[] {
  return [...before, ...points, ...after];
}

/** Writes the straight parts of a route and the curve between them. */
function writeParts(
  edge: GraphEdge,
  points: readonly Point[],
  { before = [], points: { length }, isVertical }: Route,
): string {
  const end = before.length + length;
  const curve = points.slice(before.length, end);
  if (curve.length === points.length) return writeLine(edge, curve, isVertical);
  const line = writeLine(edge, curve, isVertical).replace(/^M[^A-Z]*/, '');
  const into = writeRounded(points.slice(0, before.length + 1));
  return `M${writePoints(points.slice(0, 1))}${into}${line}${writeRounded(points.slice(end - 1))}`;
}

function back({ x, y }: Point, direction: Point, length: number): Point {
  return { x: x - direction.x * length, y: y - direction.y * length };
}

function writeLine({ curve }: GraphEdge, points: readonly Point[], isVertical: boolean): string {
  if (curve === undefined) return writeCurve(points, isVertical);
  return writeStraight(curve === 'straight' ? points : stepsThrough(points, isVertical));
}

/** Points on the line of an edge from box to box; none on a loop. */
export function pointsOnLine({ curve, from, to }: GraphEdge, route: Route): readonly Point[] {
  if (from === to) return [];
  const { before = [], after = [] } = route;
  return [...before, ...pointsOnCurve(curve, route), ...after];
}

function pointsOnCurve(curve: GraphEdge['curve'], { points, isVertical }: Route): readonly Point[] {
  if (curve === undefined) return sampleCurve(points, isVertical);
  return curve === 'straight' ? points : stepsThrough(points, isVertical);
}

function writeLoop(points: readonly Point[]): string {
  const [from, ...rest] = points.map(({ x, y }) => `${round(x)},${round(y)}`);
  return `M${from}C${rest.join(' ')}`;
}

/** The position of a label: on its edge as laid out, or next to a loop. */
export function labelPosition(edge: GraphEdge, layout: EdgeLayout | undefined): Point | undefined {
  return edge.line === 'invisible' ? undefined : layout?.label;
}

/** Draws the label of an edge. */
export function drawLabel(
  { paint }: GraphEdge,
  label: Lines | undefined,
  at: Point | undefined,
  typesetter: Typesetter,
  isInGroup: boolean | undefined,
): string {
  if (!label || !at) return '';
  const className = isInGroup ? 'label inside' : 'label';
  const text = typesetter.write(label, at.x, at.y - label.height / 2, { isSmall: true, className });
  return paint?.text ? group('edge', text, { text: paint.text }) : text;
}

/** Draws the labels next to the ends of an edge. */
export function drawEndLabels(
  edge: GraphEdge,
  route: Route | undefined,
  typesetter: Typesetter,
): string {
  if (!route || edge.line === 'invisible') return '';
  const { startDirection, endDirection } = route;
  const points = cornersOf(route);
  const write = (text: string | undefined, point: Point | undefined, into: Point, end: number) => {
    if (text === undefined || !point) return '';
    const lines = typesetter.set(text, maxLabelWidth, { isSmall: true, tone: 'muted' });
    const { x, top, align } = endLabelPlace(point, into, end, lines);
    return typesetter.write(lines, x, top, {
      isSmall: true,
      tone: 'muted',
      align,
      className: 'label',
    });
  };
  return (
    write(edge.fromLabel, points[0], startDirection, lengthOfEnd(edge.start) - 4) +
    write(edge.toLabel, points.at(-1), endDirection, lengthOfEnd(edge.end) - 4)
  );
}

/** Where the label next to an end of an edge is. @param into the direction into the box, as a unit vector */
export function endLabelPlace(
  point: Point,
  into: Point,
  end: number,
  { height }: Lines,
): { readonly x: number; readonly top: number; readonly align: 'start' | 'end' } {
  const away = end + 8;
  const isVertical = into.x === 0;
  return {
    x: isVertical ? point.x + 9 : point.x - into.x * away,
    top: isVertical ? point.y - into.y * away - (into.y > 0 ? height : 0) : point.y - height - 5,
    align: isVertical || into.x < 0 ? 'start' : 'end',
  };
}
