import type { QuadrantPoint, QuadrantSpec } from '../../model/diagram/quadrants.ts';
import type { Size } from './shapes.ts';
import {
  type Box,
  boxAround,
  type Drawing,
  group,
  grow,
  type Point,
  path,
  round,
  tag,
  translated,
} from './svg.ts';
import type { Lines, Typesetter } from './typesetter.ts';

const axisStyle = { isSmall: true, tone: 'muted' } as const;
const labelStyle = { tone: 'strong' } as const;
const pointStyle = { isSmall: true } as const;
const pointRadius = 7;

/** Draws points in four quadrants, as wide as there is room. */
export function drawQuadrants(spec: QuadrantSpec, typesetter: Typesetter, room: Size): Drawing {
  const plot = plotIn(spec, typesetter, room);
  const dots = dotsIn(spec.points, plot);
  const areas = drawAreas(spec, plot, dots, typesetter);
  const points = drawPoints(spec.points, dots, areas.titles, plot, typesetter);
  const content = areas.content + drawAxes(spec, plot, typesetter);
  const below = spec.left !== '' || spec.right !== '' ? typesetter.size * 1.4 + 12 : 6;
  const own = { x: 0, y: 0, width: plot.x + plot.width + 6, height: plot.y + plot.height + below };
  // Points at an edge of the chart extend beyond it.
  const { x, y, width, height } = boxAround([own, ...points.boxes.map((box) => grow(box, 2))]);
  return { content: translated(content + points.content, { x: -x, y: -y }), width, height };
}

/** The box of the four areas. */
function plotIn({ top, bottom }: QuadrantSpec, typesetter: Typesetter, room: Size): Box {
  const labels = [top, bottom].map((text) => setSide(text, typesetter).width);
  const x = Math.max(...labels) === 0 ? 6 : Math.max(...labels) + 18;
  const height = 430;
  const width = Math.max(420, Math.min(760, (room.width / room.height) * height - x));
  return { x, y: 6, width, height };
}

function setSide(text: string, typesetter: Typesetter): Lines {
  return typesetter.set(text, 6, axisStyle);
}

interface Dot extends Point {
  readonly radius: number;
}

function dotsIn(points: readonly QuadrantPoint[], plot: Box): readonly Dot[] {
  return points.map(({ x, y, radius = pointRadius }) => ({
    x: plot.x + x * plot.width,
    y: plot.y + (1 - y) * plot.height,
    radius,
  }));
}

function boxOfDot({ x, y, radius }: Dot): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

/** Draws the areas with their titles. The first and the third one are darker. */
function drawAreas(
  { quadrants }: QuadrantSpec,
  plot: Box,
  dots: readonly Dot[],
  typesetter: Typesetter,
): { readonly content: string; readonly titles: readonly Box[] } {
  const [halfWidth, halfHeight] = [plot.width / 2, plot.height / 2];
  const corners = [
    { x: plot.x + halfWidth, y: plot.y },
    { x: plot.x, y: plot.y },
    { x: plot.x, y: plot.y + halfHeight },
    { x: plot.x + halfWidth, y: plot.y + halfHeight },
  ];
  const areas = corners.map(({ x, y }, i) => {
    const area = { x, y, width: halfWidth, height: halfHeight };
    const lines = typesetter.set(quadrants[i] ?? '', halfWidth / typesetter.size - 1, labelStyle);
    const title = placeTitle(lines, area, dots);
    const content =
      group(i % 2 === 0 ? 'quadrant shaded' : 'quadrant', tag('rect', { ...area })) +
      typesetter.write(lines, title.x + title.width / 2, title.y, labelStyle);
    return { content, title };
  });
  return {
    content: areas.map(({ content }) => content).join(''),
    titles: areas.map(({ title }) => title),
  };
}

/** The place of a title at the top or the bottom of its area, where it is least on points. */
function placeTitle({ width, height }: Lines, area: Box, dots: readonly Dot[]): Box {
  const inset = 10;
  const [left, right] = [area.x + inset, area.x + area.width - inset - width];
  const candidates = [area.y + inset, area.y + area.height - inset - height].flatMap((y) =>
    [(left + right) / 2, left, right].map((x) => ({ x, y, width, height })),
  );
  const costs = candidates.map((box) =>
    dots.reduce((sum, dot) => sum + overlap(grow(box, 4), boxOfDot(dot)), 0),
  );
  return candidates[costs.indexOf(Math.min(...costs))] ?? { x: left, y: area.y, width, height };
}

function drawAxes(
  { left, right, bottom, top }: QuadrantSpec,
  plot: Box,
  typesetter: Typesetter,
): string {
  const below = plot.y + plot.height + 8;
  const inner = plot.x - 12;
  const write = (text: string, x: number, y: number, align: 'start' | 'middle' | 'end') =>
    typesetter.write(typesetter.set(text, 12, axisStyle), x, y, { ...axisStyle, align });
  const side = (text: string, middle: number) => {
    const lines = setSide(text, typesetter);
    return typesetter.write(lines, inner, middle - lines.height / 2, {
      ...axisStyle,
      align: 'end',
    });
  };
  // A single label is that of the whole axis.
  const isWhole = right === '';
  return [
    write(left, plot.x + (isWhole ? plot.width / 2 : plot.width / 4), below, 'middle'),
    write(right, plot.x + (plot.width * 3) / 4, below, 'middle'),
    side(bottom, plot.y + (top === '' ? plot.height / 2 : (plot.height * 3) / 4)),
    side(top, plot.y + plot.height / 4),
    path(
      `M${round(plot.x)},${round(plot.y + plot.height / 2)}h${round(plot.width)}M${round(plot.x + plot.width / 2)},${round(plot.y)}v${round(plot.height)}`,
      'life',
    ),
  ].join('');
}

/** Draws the points; each label is placed where it is free, below its point if possible. */
function drawPoints(
  points: readonly QuadrantPoint[],
  dots: readonly Dot[],
  titles: readonly Box[],
  plot: Box,
  typesetter: Typesetter,
): { readonly content: string; readonly boxes: readonly Box[] } {
  const boxes = dots.map(boxOfDot);
  const taken = [...boxes, ...titles];
  const drawn = points.map(({ label, color }, i) => {
    const { x = 0, y = 0, radius = pointRadius } = dots[i] ?? {};
    const lines = typesetter.set(label, 10, pointStyle);
    const box = freePlace({ x, y }, radius, lines, taken, plot);
    taken.push(box);
    boxes.push(box);
    const dot = tag('circle', { class: 'mark', cx: x, cy: y, r: radius });
    const text = typesetter.write(lines, box.x + box.width / 2, box.y, pointStyle);
    return group('point', dot, color === undefined ? undefined : { stroke: color }) + text;
  });
  return { content: drawn.join(''), boxes };
}

function freePlace(
  { x, y }: { readonly x: number; readonly y: number },
  radius: number,
  { width, height }: Lines,
  taken: readonly Box[],
  plot: Box,
): Box {
  const gap = radius + 3;
  const candidates = [
    { x: x - width / 2, y: y + gap },
    { x: x + gap + 2, y: y - height / 2 },
    { x: x - gap - 2 - width, y: y - height / 2 },
    { x: x - width / 2, y: y - gap - height },
    { x: x + gap, y: y + gap },
    { x: x - gap - width, y: y - gap - height },
  ].map((place) => ({ ...place, width, height }));
  const costs = candidates.map((box, i) => {
    const outside = Math.max(
      0,
      plot.x - box.x,
      plot.y - box.y,
      box.x + width - plot.x - plot.width,
      box.y + height - plot.y - plot.height,
    );
    const overlaps = taken.reduce((sum, other) => sum + overlap(box, other), 0);
    return outside * 100 + overlaps + i;
  });
  const best = candidates[costs.indexOf(Math.min(...costs))] ?? { x, y, width, height };
  const most = plot.x + plot.width - width;
  return { ...best, x: Math.min(most, Math.max(plot.x, best.x)) };
}

function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}
