import { type ChartData, isBand, shapeOf } from './data.ts';

/** Point shapes by their Chart.js names; they distinguish series without relying on color. */
const shapes = ['circle', 'rectRot', 'triangle', 'rect'] as const;
type Shape = (typeof shapes)[number];

/** The factor by which a shape's radius exceeds that of a circle of the same area. */
const scales: Readonly<Record<Shape, number>> = {
  circle: 1,
  rectRot: 1.25,
  triangle: 1.55,
  rect: 1.25,
};

/** Dash patterns that distinguish lines without points, in slide pixels. */
const dashes: readonly (readonly number[])[] = [[], [14, 10], [1, 9], [20, 9, 1, 9]];

/** The shape of a series' points. */
export interface PointStyle {
  readonly shape: Shape;
  /** Every other time that the list of shapes repeats. */
  readonly isHollow: boolean;
  /** The factor by which the radius exceeds that of a circle of the same area. */
  readonly scale: number;
}

export function pointStyle(index: number): PointStyle {
  const shape = shapes[index % shapes.length] ?? 'circle';
  return { shape, isHollow: index % (2 * shapes.length) >= shapes.length, scale: scales[shape] };
}

export function lineDash(index: number, unit: number): number[] {
  return (dashes[index % dashes.length] ?? []).map((length) => length * unit);
}

/** On a line with more points than this, points are not drawn. */
const maxDots = 24;

export function hasDots(data: ChartData, index: number): boolean {
  const series = data.series[index];
  return series !== undefined && !isBand(data, series) && data.labels.length <= maxDots;
}

/** The index of a line among the lines and areas of a chart, not counting bars. */
export function lineIndex(data: ChartData, index: number): number {
  return data.series.slice(0, index).filter((series) => shapeOf(data, series) !== 'bar').length;
}

/** Adds a point to the path, with the area of a circle of this radius. */
export function tracePoint(
  ctx: CanvasRenderingContext2D,
  { shape, scale }: PointStyle,
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
  const rotation = shape === 'rect' ? Math.PI / 4 : 0;
  for (let i = 0; i < corners; i++) {
    const angle = rotation - Math.PI / 2 + (i * 2 * Math.PI) / corners;
    ctx.lineTo(x + Math.cos(angle) * radius * scale, y + Math.sin(angle) * radius * scale);
  }
  ctx.closePath();
}
