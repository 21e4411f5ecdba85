import { type Point, pointOnCurve } from '../svg.ts';

/** Enough for the curve of an edge between two ranks. */
const samplesPerCurve = 12;

/** The points on a spline as Graphviz writes it: `s,x,y e,x,y x,y x,y x,y …`, cubic curves with shared ends. */
export function sampleSpline(text: string): readonly Point[] {
  const points = text
    .split(/[ ;]/)
    .filter((each) => /^-?[\d.]/.test(each))
    .map(readPoint);
  const [first] = points;
  if (!first) return [];
  const sampled = [first];
  for (let i = 1; i + 2 < points.length; i += 3) {
    const [from, out, into, to] = points.slice(i - 1, i + 3);
    if (!from || !out || !into || !to) break;
    for (let step = 1; step <= samplesPerCurve; step++) {
      sampled.push(pointOnCurve(from, out, into, to, step / samplesPerCurve));
    }
  }
  return sampled;
}

export function readPoint(text: string): Point {
  const [x = 0, y = 0] = text.split(',').map(Number);
  return { x, y };
}
