import { writeAttributes } from '../../chart/svg/attributes.ts';
import type { Paint } from '../../model/diagram/diagram.ts';
import type { DrawnShape } from '../../model/diagram/shapes.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle; `x` and `y` are its upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** The content of an `svg` element, from (0, 0) to its size in slide pixels. */
export interface Drawing {
  readonly content: string;
  readonly width: number;
  readonly height: number;
  /** The size of its smallest text; without, that of small text. */
  readonly textSize?: number;
  /** Groups of the graph are ranked together, as edges between them would run back otherwise. */
  readonly hasGlobalRanks?: boolean;
  /** Creates the same in shapes, from back to front; absent if no shapes can show it. */
  readonly shapes?: () => readonly DrawnShape[];
}

/** The largest factor by which small diagrams are enlarged. */
export const maxScale = 1.3;

/** Rounds to a tenth of a pixel. */
export function round(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}

/** `x,y x,y …`, as in a path or a polygon. */
export function writePoints(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ');
}

export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
): string {
  const rounded = Object.entries(attributes).map(([key, value]) => [
    key,
    typeof value === 'number' ? round(value) : value,
  ]);
  return `<${name}${writeAttributes(Object.fromEntries(rounded))}/>`;
}

export function path(d: string, className?: string): string {
  return tag('path', { class: className, d });
}

export function polygon(points: readonly Point[], className?: string): string {
  return tag('polygon', { class: className, points: writePoints(points) });
}

/** A `g` element; the author's colors become custom properties that the styles use. */
export function group(className: string, content: string, paint?: Paint): string {
  const classes = [className, paint?.isDashed && 'dashed', paint?.isThick && 'thick'].filter(
    Boolean,
  );
  const style = [
    ...(paint?.fill ? [`--fill:${paint.fill}`] : []),
    ...(paint?.stroke ? [`--line:${paint.stroke}`] : []),
    ...(paint?.text ? [`--ink:${paint.text}`] : []),
  ].join(';');
  return `<g${writeAttributes({ class: classes.join(' '), style: style || undefined })}>${content}</g>`;
}

/** What appears at a step. @param index of the step; none for what is there from the start */
export function atStep(content: string, index: number | null | undefined): string {
  if (content === '' || typeof index !== 'number') return content;
  return `<g class="fragment" data-fragment-index="${index}">${content}</g>`;
}

/** The bounding box of points and boxes. */
export function boxAround(items: readonly (Point & Partial<Box>)[]): Box {
  const left = Math.min(...items.map(({ x }) => x));
  const top = Math.min(...items.map(({ y }) => y));
  const right = Math.max(...items.map(({ x, width = 0 }) => x + width));
  const bottom = Math.max(...items.map(({ y, height = 0 }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

export function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** Content that is moved by a vector. */
export function translated(content: string, by: Point): string {
  const [dx, dy] = [round(by.x), round(by.y)];
  return dx === 0 && dy === 0 ? content : `<g transform="translate(${dx} ${dy})">${content}</g>`;
}

/** A point or box that is moved by a vector. */
export function moved<T extends Point>(item: T, by: Point): T {
  return { ...item, x: item.x + by.x, y: item.y + by.y };
}

export function contains(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** The point of a cubic curve at `t`, from 0 to 1. */
export function pointOnCurve(from: Point, out: Point, into: Point, to: Point, t: number): Point {
  const s = 1 - t;
  const weights = [s ** 3, 3 * s * s * t, 3 * s * t * t, t ** 3] as const;
  const mix = (a: number, b: number, c: number, d: number) =>
    a * weights[0] + b * weights[1] + c * weights[2] + d * weights[3];
  return { x: mix(from.x, out.x, into.x, to.x), y: mix(from.y, out.y, into.y, to.y) };
}
