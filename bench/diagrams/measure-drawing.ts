import {
  type Box,
  boxAround,
  grow,
  type Point,
  pointOnCurve,
} from '../../src/5-bundle/diagram/svg.ts';
import type { Typesetter } from '../../src/5-bundle/diagram/typesetter.ts';

/** What disturbs in the drawing of a graph. */
export interface Disturbances {
  /** Pairs of lines. */
  readonly crossings: number;
  /** Pairs of a line and a box that it does not end at. */
  readonly overBoxes: number;
  /** Pairs of labels of lines, and of labels and boxes. */
  readonly overLabels: number;
  /** Labels with more than one line through them. */
  readonly crossedLabels: number;
}

/** Finds lines, boxes and labels in the SVG of a graph. */
export function measureDrawing(content: string, typesetter: Typesetter): Disturbances {
  const { lines, boxes, labels } = readDrawing(content, typesetter);
  const crossings = pairsOf(lines).filter(
    ([one, other]) => !shareEnd(one, other) && cross(one, other),
  ).length;
  const overBoxes = lines.flatMap((line) =>
    boxes.filter(
      (box) =>
        ![line[0], line.at(-1)].some((end) => end && holds(grow(box, 2), end)) &&
        line.some((point) => holds(grow(box, -3), point)),
    ),
  ).length;
  const overlapping = pairsOf(labels).filter(([one, other]) => overlap(one, other)).length;
  const onBoxes = labels.flatMap((label) =>
    boxes.filter((box) => overlap(grow(label, -2), box)),
  ).length;
  const crossedLabels = labels.filter((label) => {
    const through = lines.filter((line) => line.some((point) => holds(grow(label, -1), point)));
    return through.length > 1;
  }).length;
  return { crossings, overBoxes, overLabels: overlapping + onBoxes, crossedLabels };
}

interface Parts {
  readonly lines: (readonly Point[])[];
  readonly boxes: Box[];
  readonly labels: Box[];
}

function readDrawing(content: string, typesetter: Typesetter): Parts {
  const parts: Parts = { lines: [], boxes: [], labels: [] };
  const open: string[] = [];
  for (const [all, end, name = '', attributes = '', closed, text = ''] of content.matchAll(
    /<(\/?)([a-zA-Z]+)([^>]*?)(\/?)>([^<]*)/g,
  )) {
    const value = (key: string) => new RegExp(` ${key}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const around = open.join(' ');
    if (end) {
      open.pop();
      continue;
    }
    if (name === 'path' && /\bstroke\b/.test(value('class'))) {
      parts.lines.push(pointsOfPath(value('d')));
    } else if (name === 'text' && /\blabel\b/.test(value('class')) && !/\bgroup\b/.test(around)) {
      if (!/\binside muted|muted start\b/.test(value('class'))) {
        parts.labels.push(
          boxOfText(text, Number(value('x')), Number(value('y')), value('class'), typesetter),
        );
      }
    } else if (open.at(-1)?.startsWith('node:first')) {
      const box = boxOfShape(name, value);
      if (box) parts.boxes.push(box);
      if (box) open[open.length - 1] = 'node';
    }
    if (!closed && !all.endsWith('/>')) {
      open.push(name === 'g' && /^node\b/.test(value('class')) ? 'node:first' : value('class'));
    }
  }
  return parts;
}

function boxOfText(text: string, x: number, y: number, style: string, typesetter: Typesetter): Box {
  const width = typesetter.width(text, { isSmall: true });
  const left = style.includes('start') ? x : style.includes('end') ? x - width : x - width / 2;
  return { x: left, y: y - 12, width, height: 14 };
}

function boxOfShape(name: string, value: (key: string) => string): Box | undefined {
  const number = (key: string) => Number(value(key) || 0);
  if (name === 'rect')
    return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
  if (name === 'circle' || name === 'ellipse') {
    const [rx, ry] = name === 'circle' ? [number('r'), number('r')] : [number('rx'), number('ry')];
    return { x: number('cx') - rx, y: number('cy') - ry, width: 2 * rx, height: 2 * ry };
  }
  if (name === 'polygon') {
    const points = value('points')
      .split(' ')
      .map((pair) => pair.split(',').map(Number));
    return boxAround(points.map(([x = 0, y = 0]) => ({ x, y })));
  }
  return name === 'path' ? boxAround(pointsOfPath(value('d'))) : undefined;
}

/** Points on a path, a few pixels from each other at most. */
function pointsOfPath(d: string): readonly Point[] {
  const points: Point[] = [];
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+/g) ?? []).map(Number);
    const at = points.at(-1) ?? { x: 0, y: 0 };
    const start = letter === letter.toLowerCase() ? at : { x: 0, y: 0 };
    const [first = 0] = numbers;
    const command = letter.toUpperCase();
    if (command === 'H') addLine(points, { x: start.x + first, y: at.y });
    else if (command === 'V') addLine(points, { x: at.x, y: start.y + first });
    else if (command !== 'Z') {
      const coordinates = command === 'A' ? numbers.slice(-2) : numbers;
      const pairs = Array.from({ length: coordinates.length / 2 }, (_, i) => ({
        x: start.x + (coordinates[2 * i] ?? 0),
        y: start.y + (coordinates[2 * i + 1] ?? 0),
      }));
      if (command === 'C') addCurves(points, pairs);
      else for (const pair of command === 'Q' ? pairs.slice(-1) : pairs) addLine(points, pair);
    }
  }
  return points;
}

function addLine(points: Point[], to: Point): void {
  const from = points.at(-1);
  const count = from ? Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4) : 0;
  for (let i = 1; from && i < count; i++) {
    points.push({
      x: from.x + ((to.x - from.x) * i) / count,
      y: from.y + ((to.y - from.y) * i) / count,
    });
  }
  points.push(to);
}

function addCurves(points: Point[], pairs: readonly Point[]): void {
  for (let i = 0; i + 2 < pairs.length; i += 3) {
    const [from, out, into, to] = [points.at(-1), pairs[i], pairs[i + 1], pairs[i + 2]];
    if (!from || !out || !into || !to) return;
    for (let k = 1; k <= 24; k++) points.push(pointOnCurve(from, out, into, to, k / 24));
  }
}

function pairsOf<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((one, i) => items.slice(i + 1).map((other) => [one, other] as const));
}

function shareEnd(one: readonly Point[], other: readonly Point[]): boolean {
  const ends = (line: readonly Point[]) => [line[0], line.at(-1)];
  return ends(one).some((a) =>
    ends(other).some((b) => a && b && Math.hypot(a.x - b.x, a.y - b.y) < 2),
  );
}

function cross(one: readonly Point[], other: readonly Point[]): boolean {
  if (one.length === 0 || other.length === 0 || !overlap(boxAround(one), boxAround(other)))
    return false;
  return one
    .slice(1)
    .some((b, i) => other.slice(1).some((d, j) => isCrossing(one[i] ?? b, b, other[j] ?? d, d)));
}

function isCrossing(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function holds({ x, y, width, height }: Box, point: Point): boolean {
  return point.x > x && point.x < x + width && point.y > y && point.y < y + height;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x <= other.x + other.width &&
    other.x <= one.x + one.width &&
    one.y <= other.y + other.height &&
    other.y <= one.y + one.height
  );
}
