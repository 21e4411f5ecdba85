/** A point of a stroke in slide pixels, and the width of the line there. */
export type Point = readonly [x: number, y: number, width: number];

/** The colors of the pen; their values depend on the slide. */
export const inks = ['accent', 'warm', 'cool', 'text'] as const;
export type Ink = (typeof inks)[number];

export interface Stroke {
  readonly ink: Ink;
  readonly points: readonly Point[];
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** The minimum distance between two points, in slide pixels. */
const minDistance = 2;

/** The line width of a mouse, in slide pixels. */
const mouseWidth = 5;

/** @param pressure 0 to 1; undefined for devices without pressure */
export function pointAt(x: number, y: number, pressure?: number): Point {
  // Few distinct widths, so that a stroke needs few paths.
  const width = pressure === undefined ? mouseWidth : 2 + Math.round(pressure * 12) / 1.5;
  return [round(x), round(y), round(width)];
}

export function isFarFrom(last: Point | undefined, [x, y]: Point): boolean {
  return !last || Math.hypot(x - last[0], y - last[1]) >= minDistance;
}

/** Whether a stroke is within a distance of a point. */
export function isNearStroke({ points }: Stroke, [x, y]: Point, reach: number): boolean {
  return points.some(([ax, ay], i) => {
    const [bx, by] = points[i + 1] ?? [ax, ay];
    const [dx, dy] = [bx - ax, by - ay];
    const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
    const at = Math.min(1, Math.max(0, along));
    return Math.hypot(x - ax - at * dx, y - ay - at * dy) <= reach;
  });
}

/** Draws the stroke as consecutive paths, one for each width. */
export function drawStroke({ ink, points }: Stroke): SVGElement {
  const group = document.createElementNS(svgNamespace, 'g');
  group.setAttribute('class', `ink-${ink}`);
  for (let start = 0; start < points.length; ) {
    const width = points[start]?.[2] ?? mouseWidth;
    let end = start + 1;
    while (points[end]?.[2] === width) end++;
    const path = document.createElementNS(svgNamespace, 'path');
    // Starts at the end of the previous path, so that there is no gap.
    path.setAttribute('d', smoothLine(points, Math.max(start - 1, 0), end));
    path.setAttribute('stroke-width', String(width));
    group.append(path);
    start = end;
  }
  return group;
}

/** A curve through the midpoints between points, with the points as control points. */
function smoothLine(points: readonly Point[], start: number, end: number): string {
  const [first = [0, 0]] = points.slice(start, start + 1);
  const isBegun = start > 0;
  const from = isBegun ? middle(points, start) : first;
  const parts = [`M${from[0]} ${from[1]}`];
  for (let i = start + 1; i < end; i++) {
    const [x = 0, y = 0] = points[i] ?? [];
    const to = i + 1 < points.length ? middle(points, i) : [x, y];
    parts.push(`Q${x} ${y} ${to[0]} ${to[1]}`);
  }
  // A dot is a line of almost no length with round ends.
  return parts.length > 1 ? parts.join('') : `${parts[0]}h.01`;
}

function middle(points: readonly Point[], i: number): readonly [number, number] {
  const [ax, ay] = points[i] ?? [0, 0];
  const [bx, by] = points[i + 1] ?? [ax, ay];
  return [round((ax + bx) / 2), round((ay + by) / 2)];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
