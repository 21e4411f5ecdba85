import type { GraphvizEdge, GraphvizObject, Operation } from '../../../base/graphviz/output.ts';
import { boxAround, type Point, pointOnCurve } from '../svg.ts';
import { freePlace } from '../titles.ts';

/** The distance of a title to the sides of its frame, in points. */
const padding = 6;
const samplesPerCurve = 12;

/**
 * Moves the title of a cluster beside the edges that run through it.
 *
 * @param width of its longest line, in multiples of its font size
 * @returns the operations that draw it
 */
export function moveTitle(
  { _draw_: frame = [], _ldraw_: title = [] }: GraphvizObject,
  width: number,
  edges: readonly GraphvizEdge[],
): readonly Operation[] {
  const corners = frame.flatMap((operation) => pointsOf(operation));
  const texts = title.flatMap((operation) => (operation.op === 'T' ? [operation] : []));
  const size = Math.max(0, ...title.map((each) => (each.op === 'F' ? each.size : 0)));
  const [first] = texts;
  const isText = title.every(({ op }) => op === 'T' || op === 'F' || op === 'c' || op === 't');
  if (!first || !isText || corners.length === 0) return title;
  const box = boxAround(corners);
  const own = { width: width * size, height: texts.length * size };
  const left = first.pt[0] - own.width * shares[first.align];
  const top = Math.min(...texts.map(({ pt: [, y] }) => y)) - size * 0.8;
  const range = { low: box.x + padding, high: box.x + box.width - padding - own.width };
  const lines = edges.map(({ _draw_ = [] }) => _draw_.flatMap((each) => pointsOf(each)));
  const place = freePlace(own, { x: left, y: top }, range, lines) ?? left;
  return title.map((operation) => {
    if (operation.op !== 'T') return operation;
    const [x, y] = operation.pt;
    return { ...operation, pt: [x + place - left, y] };
  });
}

/** How much of a text is to the left of its place. */
const shares = { l: 0, c: 0.5, r: 1 } as const;

/** Points on what an operation draws. */
function pointsOf(operation: Operation): readonly Point[] {
  if (!('points' in operation)) return [];
  const points = operation.points.map(([x, y]) => ({ x, y }));
  if (operation.op !== 'b' && operation.op !== 'B') return points;
  return points.flatMap((to, i) => {
    const [from, out, into] = [points[i - 3], points[i - 2], points[i - 1]];
    if (i === 0) return [to];
    if (i % 3 !== 0 || !from || !out || !into) return [];
    return Array.from({ length: samplesPerCurve }, (_, k) =>
      pointOnCurve(from, out, into, to, (k + 1) / samplesPerCurve),
    );
  });
}
