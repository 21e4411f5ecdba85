import { type ChartData, isBand, shapeOf } from './data.ts';

/** The shapes that tell series of points apart, for those who cannot by colour; as Chart.js names them. */
const shapes = ['circle', 'rectRot', 'triangle', 'rect'] as const;
type Shape = (typeof shapes)[number];

/** By how much larger than a circle Chart.js must draw a shape, for both to cover as much. */
const growth: Readonly<Record<Shape, number>> = {
  circle: 1,
  rectRot: 1.25,
  triangle: 1.55,
  rect: 1.25,
};

/** How lines differ that have no points, in multiples of a slide's pixel. */
const dashes: readonly (readonly number[])[] = [[], [14, 10], [1, 9], [20, 9, 1, 9]];

/** What the points of a series look like, beside their colour. */
export interface PointForm {
  readonly shape: Shape;
  /** From where the shapes begin again. */
  readonly isHollow: boolean;
  readonly growth: number;
}

export function pointForm(index: number): PointForm {
  const shape = shapes[index % shapes.length] ?? 'circle';
  return { shape, isHollow: index % (2 * shapes.length) >= shapes.length, growth: growth[shape] };
}

export function lineDash(index: number, unit: number): number[] {
  return (dashes[index % dashes.length] ?? []).map((length) => length * unit);
}

/** Above so many points on a line none of them is drawn. */
const maxDots = 24;

export function hasDots(data: ChartData, index: number): boolean {
  const series = data.series[index];
  return series !== undefined && !isBand(data, series) && data.labels.length <= maxDots;
}

/** The place of a line among the lines: bars differ from them anyway. */
export function lineIndex(data: ChartData, index: number): number {
  return data.series.slice(0, index).filter((series) => shapeOf(data, series) !== 'bar').length;
}

/** Adds a point to the path that covers as much as a circle of this radius. */
export function tracePoint(
  ctx: CanvasRenderingContext2D,
  { shape, growth }: PointForm,
  x: number,
  y: number,
  radius: number,
): void {
  if (shape === 'circle') {
    ctx.moveTo(x + radius, y);
    ctx.arc(x, y, radius, 0, Math.PI * 2);
    return;
  }
  const corners = shape === 'triangle' ? 3 : 4;
  const turn = shape === 'rect' ? Math.PI / 4 : 0;
  for (let i = 0; i < corners; i++) {
    const angle = turn - Math.PI / 2 + (i * 2 * Math.PI) / corners;
    ctx.lineTo(x + Math.cos(angle) * radius * growth, y + Math.sin(angle) * radius * growth);
  }
  ctx.closePath();
}
