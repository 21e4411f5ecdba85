import type { EdgeEnd, GraphEdge, Side } from '../../../model/diagram/diagram.ts';
import type { DrawnLine, DrawnShape, LineHead, PathStep } from '../../../model/diagram/shapes.ts';
import { segmentsOf, stepsThrough } from '../edges/curve.ts';
import { cornersOf, pointsOnLine } from '../edges/edges.ts';
import { lengthOfEnd, marksOfEnd, ringRadius } from '../edges/ends.ts';
import type { Route } from '../edges/routes.ts';
import { type Point, pointOnCurve } from '../svg.ts';
import { circleAt, lineAlong, shapesAt } from './pieces.ts';

/** The line of an edge and the symbols at its ends. */
export function shapesOfEdge(edge: GraphEdge, route: Route | undefined): readonly DrawnShape[] {
  if (!route || edge.line === 'invisible') return [];
  const { startDirection, endDirection, isVertical } = route;
  const all = cornersOf(route);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return [];
  const heads = { start: headOf(edge.start), end: headOf(edge.end) };
  const start = backFrom(first, startDirection, heads.start ? 0 : lengthOfEnd(edge.start));
  const end = backFrom(last, endDirection, heads.end ? 0 : lengthOfEnd(edge.end));
  const line: DrawnLine = {
    kind: 'line',
    start,
    path: pathOf(edge, route, start, end),
    form: formOf(edge, route),
    isVertical,
    from: { key: edge.from, side: sideOf(startDirection), at: first },
    to: { key: edge.to, side: sideOf(endDirection), at: last },
    line: edge.line,
    look: 'edge',
    heads: { start: heads.start ?? 'none', end: heads.end ?? 'none' },
  };
  const symbols = [
    ...(heads.start ? [] : symbolOf(edge.start, first, startDirection)),
    ...(heads.end ? [] : symbolOf(edge.end, last, endDirection)),
  ];
  return shapesAt([line, ...symbols], undefined, edge.paint);
}

/** The head that a line itself may have; `undefined` if it is drawn as a shape. */
export function headOf(end: EdgeEnd): LineHead | undefined {
  switch (end) {
    case 'none':
    case 'arrow':
    case 'vee':
    case 'diamond':
    case 'circle':
      return end;
    default:
      return undefined;
  }
}

/** The symbol at an end of a line, as shapes. */
export function symbolOf(end: EdgeEnd, tip: Point, direction: Point): readonly DrawnShape[] {
  return marksOfEnd(end, tip, direction).flatMap((mark): readonly DrawnShape[] => {
    if (mark.kind === 'line') return lineAlong(mark.points, 'edge');
    const look = mark.look === 'hollow' ? 'hollow' : 'mark';
    if (mark.kind === 'polygon') return [{ kind: 'polygon', points: mark.points, look }];
    return [circleAt(mark.center, ringRadius, look)];
  });
}

function backFrom({ x, y }: Point, direction: Point, length: number): Point {
  return { x: x - direction.x * length, y: y - direction.y * length };
}

/** The side of a box at which an edge with a direction into the box ends. */
function sideOf({ x, y }: Point): Side {
  if (Math.abs(x) > Math.abs(y)) return x > 0 ? 'left' : 'right';
  return y > 0 ? 'top' : 'bottom';
}

/** How far a curve may be from that of a connector, in pixels. */
const tolerance = 10;

/** A line that is nearly the same as that of a connector becomes one. */
function formOf(edge: GraphEdge, route: Route): DrawnLine['form'] {
  const points = pointsOnLine(edge, route);
  const [start, end] = [points[0], points.at(-1)];
  if (!start || !end) return 'free';
  const isNear = (form: readonly Point[]) =>
    points.every((point) => form.some((other) => distance(point, other) <= tolerance));
  if (edge.curve === 'stepped') {
    return points.length === 4 && isElbow(points, route.isVertical) ? 'elbow' : 'free';
  }
  const isAligned = Math.min(Math.abs(start.x - end.x), Math.abs(start.y - end.y)) < 0.5;
  const straight = fractions.map((t) => between(start, end, t));
  const isStraight = (edge.curve === 'straight' || isAligned) && isNear(straight);
  if (isStraight) return 'straight';
  if (edge.curve === 'straight') return 'free';
  return isNear(curveBetween(start, end, route.isVertical)) ? 'curve' : 'free';
}

const fractions = Array.from({ length: 101 }, (_, i) => i / 100);

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function between(one: Point, other: Point, t: number): Point {
  return { x: one.x + (other.x - one.x) * t, y: one.y + (other.y - one.y) * t };
}

/** Whether the bends are in the middle, where connectors have them. */
function isElbow([start, bend, , end]: readonly Point[], isVertical: boolean): boolean {
  if (!start || !bend || !end) return false;
  const middle = between(start, end, 0.5);
  return Math.abs(isVertical ? bend.y - middle.y : bend.x - middle.x) < 1;
}

/** Points on the curve that PowerPoint draws between two points. */
function curveBetween(start: Point, end: Point, isVertical: boolean): readonly Point[] {
  const middle = between(start, end, 0.5);
  const at = (along: number, across: number): Point =>
    isVertical
      ? { x: start.x + (end.x - start.x) * across, y: start.y + (end.y - start.y) * along }
      : { x: start.x + (end.x - start.x) * along, y: start.y + (end.y - start.y) * across };
  return fractions.flatMap((t) => [
    pointOnCurve(start, at(0.25, 0), at(0.5, 0.25), middle, t),
    pointOnCurve(middle, at(0.5, 0.75), at(0.75, 1), end, t),
  ]);
}

function pathOf(edge: GraphEdge, route: Route, start: Point, end: Point): readonly PathStep[] {
  const { before = [], points, after = [], isVertical } = route;
  const inner = [...points];
  const lead = [...before];
  const tail = [...after];
  if (lead.length > 0) lead[0] = start;
  else inner[0] = start;
  if (tail.length > 0) tail[tail.length - 1] = end;
  else inner[inner.length - 1] = end;
  if (edge.from === edge.to) return loopOf(inner);
  const straight = (each: readonly Point[]): readonly PathStep[] => each.map((to) => ({ to }));
  const middle = curveOf(edge, inner, isVertical);
  const into = lead.length > 0 ? straight([...lead.slice(1), ...inner.slice(0, 1)]) : [];
  return [...into, ...middle, ...straight(tail)];
}

function curveOf({ curve }: GraphEdge, points: readonly Point[], isVertical: boolean) {
  if (curve === undefined) return segmentsOf(points, isVertical);
  const steps = curve === 'straight' ? points : stepsThrough(points, isVertical);
  return steps.slice(1).map((to): PathStep => ({ to }));
}

function loopOf([, out, into, to]: readonly Point[]): readonly PathStep[] {
  return out && into && to ? [{ to, controls: [out, into] }] : [];
}
