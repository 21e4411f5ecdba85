import { type Point, pointOnCurve, round, writePoints } from '../svg.ts';

/** A part of a curve: a line, or a cubic curve with two control points. */
export interface Segment {
  readonly to: Point;
  readonly controls?: readonly [Point, Point];
}

/** The points on a part of a curve, apart from its start. */
const samplesPerSegment = 12;

/**
 * Writes a smooth curve through points that starts and ends along the axis of the ranks, and is
 * monotonic on it: cubic segments with the slopes of Fritsch and Carlson.
 *
 * @param isVertical whether ranks run from top to bottom, not from left to right
 */
export function writeCurve(points: readonly Point[], isVertical: boolean): string {
  const [first] = points;
  if (!first) return '';
  const segments = segmentsOf(points, isVertical).map(({ to, controls }) => {
    if (controls) return `C${writePoints([...controls, to])}`;
    return isVertical ? `V${round(to.y)}` : `H${round(to.x)}`;
  });
  return `M${writePoints([first])}${segments.join('')}`;
}

/** Points on the curve that {@link writeCurve} writes. */
export function sampleCurve(points: readonly Point[], isVertical: boolean): readonly Point[] {
  const [first] = points;
  if (!first) return [];
  const sampled = [first];
  for (const { to, controls } of segmentsOf(points, isVertical)) {
    const from = sampled.at(-1) ?? first;
    const [out, into] = controls ?? [from, to];
    for (let i = 1; i <= samplesPerSegment; i++) {
      sampled.push(pointOnCurve(from, out, into, to, i / samplesPerSegment));
    }
  }
  return sampled;
}

/** The parts of the curve that {@link writeCurve} writes. */
export function segmentsOf(points: readonly Point[], isVertical: boolean): readonly Segment[] {
  const along = ({ x, y }: Point) => (isVertical ? y : x);
  const across = ({ x, y }: Point) => (isVertical ? x : y);
  const place = (t: number, u: number): Point => (isVertical ? { x: u, y: t } : { x: t, y: u });
  const ts = points.map(along);
  const us = points.map(across);
  const slopes = slopesOf(ts, us);
  return points.slice(1).map((point, before): Segment => {
    const i = before + 1;
    const [t0 = 0, t1 = 0, u0 = 0, u1 = 0] = [ts[i - 1], ts[i], us[i - 1], us[i]];
    const third = (t1 - t0) / 3;
    if (Math.abs(u1 - u0) < 0.5 && !slopes[i - 1] && !slopes[i]) return { to: place(t1, u0) };
    // Longer handles at the ends make the bend softer.
    const [out, into] = [i === 1 ? 1.5 : 1, i === points.length - 1 ? 1.5 : 1];
    return {
      to: point,
      controls: [
        place(t0 + third * out, u0 + (slopes[i - 1] ?? 0) * third * out),
        place(t1 - third * into, u1 - (slopes[i] ?? 0) * third * into),
      ],
    };
  });
}

/** Zero at both ends; in between, the harmonic mean of the adjacent slopes. */
function slopesOf(ts: readonly number[], us: readonly number[]): readonly number[] {
  const between = ts.slice(1).map((t, i) => {
    const step = t - (ts[i] ?? 0);
    return step === 0 ? 0 : ((us[i + 1] ?? 0) - (us[i] ?? 0)) / step;
  });
  return ts.map((_, i) => {
    const [a = 0, b = 0] = [between[i - 1], between[i]];
    if (i === 0 || i === ts.length - 1 || a * b <= 0) return 0;
    return (2 * a * b) / (a + b);
  });
}

/** Writes straight lines from point to point. */
export function writeStraight(points: readonly Point[]): string {
  return `M${writePoints(points)}`;
}

/** Lines along the axes, with a bend in the middle between two points. */
export function stepsThrough(points: readonly Point[], isVertical: boolean): readonly Point[] {
  const steps = points.slice(1).flatMap((to, i): readonly Point[] => {
    const from = points[i] ?? to;
    const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
    const bends = isVertical
      ? [
          { x: from.x, y },
          { x: to.x, y },
        ]
      : [
          { x, y: from.y },
          { x, y: to.y },
        ];
    return [...bends, to];
  });
  return [...points.slice(0, 1), ...steps];
}

/** The radius of corners between straight parts. */
const cornerRadius = 9;

/** Writes straight parts with round corners, from the first point, which is not written. */
export function writeRounded(points: readonly Point[]): string {
  return points
    .slice(1)
    .map((corner, i) => {
      const [from, to] = [points[i] ?? corner, points[i + 2]];
      if (!to) return `L${writePoints([corner])}`;
      const [into, out] = [distance(from, corner), distance(corner, to)];
      const radius = Math.min(cornerRadius, into / 2, out / 2);
      const at = (end: Point, length: number) => ({
        x: corner.x + ((end.x - corner.x) * radius) / (length || 1),
        y: corner.y + ((end.y - corner.y) * radius) / (length || 1),
      });
      return `L${writePoints([at(from, into)])}Q${writePoints([corner, at(to, out)])}`;
    })
    .join('');
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
