import type { Operation } from '../../../base/graphviz/output.ts';
import { hash } from '../../../base/hash.ts';
import { writeAttributes } from '../../../chart/svg/attributes.ts';
import { type Box, type Point, path, round, tag, writePoints } from '../svg.ts';
import { Brush, cssOf, type Gradient, isGradient } from './brush.ts';
import type { Palette } from './palette.ts';
import { boundsOf, isInside, rectangleOf, type Shape, shapeOf } from './shapes.ts';

/** What is drawn: it decides how shapes without the author's colors look. */
type Part = 'node' | 'table' | 'group' | 'edge';

/** A filled shape, which the color of a text on it depends on. */
interface Background {
  readonly shape: Shape;
  /** The author's color, or that of the theme. */
  readonly css: string | undefined;
  readonly part: Part;
}

interface BoxShape {
  readonly shape: Shape;
  readonly isFilled: boolean;
  /** It is not on another shape of the same part. */
  readonly isFirst: boolean;
  readonly radius: number | undefined;
}

/** The width of a line that is 1 point wide, in slide pixels. */
const lineWidth = 2;

/** Draws the shapes of a graph with the theme's colors, and the author's. */
export class Canvas {
  readonly scale: number;
  readonly bounds: Box[] = [];
  readonly #palette: Palette;
  readonly #backgrounds: Background[] = [];

  constructor(scale: number, palette: Palette) {
    this.scale = scale;
    this.#palette = palette;
  }

  /** Draws the shapes of a part. */
  shapes(operations: readonly Operation[] = [], part: Part): string {
    const brush = new Brush(this.#palette);
    const outlines: Shape[] = [];
    // The parts of a box, such as stripes, have corners.
    const isRound = operations.filter(({ op }) => op === 'p' || op === 'P').length === 1;
    const radius = !isRound ? undefined : part === 'node' ? 6 : part === 'group' ? 10 : undefined;
    return operations
      .map((operation) => {
        brush.use(operation);
        const shape = shapeOf(operation, this.scale);
        if (!shape) return '';
        this.bounds.push(boundsOf(shape));
        const isFilled = /[A-Z]/.test(operation.op) && shape.kind !== 'polyline';
        const isClosed =
          shape.kind === 'polygon' || shape.kind === 'ellipse' || isFilled || isRing(shape);
        const isFirst = isClosed && !outlines.some((other) => overlaps(other, shape));
        if (isClosed) outlines.push(shape);
        return part === 'edge'
          ? this.#edgeShape(shape, brush, isFilled, isClosed)
          : this.#boxShape(
              { shape, isFilled, isFirst: isFirst && !this.#isOnBox(shape, part), radius },
              brush,
              part,
            );
      })
      .join('');
  }

  /** Whether there is a filled node below a shape in it. */
  #isOnBox(shape: Shape, part: Part): boolean {
    const { x, y, width, height } = boundsOf(shape);
    const center = { x: x + width / 2, y: y + height / 2 };
    return (
      part === 'table' &&
      this.#backgrounds.some((below) => below.part === 'node' && isInside(below.shape, center))
    );
  }

  #boxShape({ shape, isFilled, isFirst, radius }: BoxShape, brush: Brush, part: Part): string {
    const fill = isFilled ? brush.fill : 'none';
    if (brush.line === 'none' && fill === 'none') return '';
    const isThemed = fill === 'none' && isFirst && !isFilled;
    if (isThemed || (isFilled && fill !== 'none')) {
      this.#backgrounds.push({ shape, css: cssOf(fill), part: part === 'table' ? 'node' : part });
    }
    const isMark = fill === 'line' && brush.line === 'line';
    const look = [
      isMark
        ? 'mark'
        : fill === 'fill'
          ? 'filled'
          : isThemed || fill !== 'none'
            ? undefined
            : 'outline',
      brush.dash === 'solid' ? undefined : brush.dash,
    ];
    const style = [
      ...(isMark ? [] : this.#fillStyle(fill)),
      ...lineStyle(brush),
      brush.width !== 1 && `stroke-width:${round(brush.width * lineWidth)}px`,
    ];
    return this.#gradient(fill) + draw(shape, look, style, radius);
  }

  #edgeShape(shape: Shape, brush: Brush, isFilled: boolean, isClosed: boolean): string {
    const isOwn = isFilled && JSON.stringify(brush.fill) !== JSON.stringify(brush.line);
    // Black arrowheads are lines, too.
    const isLine = typeof brush.fill !== 'string' && cssOf(brush.fill) === '#000000';
    const look = [
      isFilled ? 'head' : isClosed ? 'hollow' : 'stroke',
      brush.dash === 'solid' ? undefined : brush.dash,
    ];
    const style = [
      ...(isOwn && !isLine ? [`fill:${this.#paintOf(brush.fill)}`] : []),
      ...lineStyle(brush),
      brush.width !== 1 && `stroke-width:${round(brush.width * lineWidth)}px`,
    ];
    return (isOwn ? this.#gradient(brush.fill) : '') + draw(shape, look, style);
  }

  #fillStyle(fill: Brush['fill']): readonly string[] {
    if (fill === 'none' || fill === 'fill') return [];
    if (fill === 'line' || fill === 'text' || isGradient(fill))
      return [`fill:${this.#paintOf(fill)}`];
    return [`--fill:${fill.css}`];
  }

  #paintOf(fill: Brush['fill']): string {
    if (isGradient(fill)) return `url(#${gradientId(fill, this.scale)})`;
    if (typeof fill !== 'string') return fill.css;
    return fill === 'none' ? 'none' : 'var(--diagram-line)';
  }

  #gradient(fill: Brush['fill']): string {
    return isGradient(fill) ? drawGradient(fill, this.scale) : '';
  }

  /** The author's color below most of a line. */
  colorBelow(operations: readonly Operation[] = []): string | undefined {
    const points = operations.flatMap((operation) => {
      const shape = shapeOf(operation, this.scale);
      return shape && shape.kind !== 'ellipse' ? shape.points : [];
    });
    const colors = points.map((point) => this.backgroundAt(point)?.css);
    const [most] = colors
      .filter((css) => css !== undefined)
      .map((css) => ({ css, count: colors.filter((other) => other === css).length }))
      .sort((a, b) => b.count - a.count);
    return most && most.count > colors.length / 2 ? most.css : undefined;
  }

  /** The topmost filled shape at a point. */
  backgroundAt(point: Point): Background | undefined {
    return this.#backgrounds.findLast(({ shape }) => isInside(shape, point));
  }
}

function lineStyle({ line }: Brush): readonly string[] {
  if (line === 'none') return ['stroke:none'];
  return typeof line === 'string' ? [] : [`--line:${line.css}`];
}

/** Whether a curve ends where it starts. */
function isRing(shape: Shape): boolean {
  if (shape.kind !== 'curve') return false;
  const [first, last] = [shape.points[0], shape.points.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    Math.hypot(first.x - last.x, first.y - last.y) < 0.1
  );
}

/** Whether the center of one shape is in the box of the other. */
function overlaps(one: Shape, other: Shape): boolean {
  const [a, b] = [boundsOf(one), boundsOf(other)];
  const holds = (box: Box, { x, y, width, height }: Box) => {
    const [cx, cy] = [x + width / 2, y + height / 2];
    return cx > box.x && cx < box.x + box.width && cy > box.y && cy < box.y + box.height;
  };
  return holds(a, b) || holds(b, a);
}

function draw(
  shape: Shape,
  classes: readonly (string | undefined)[],
  styles: readonly (string | false)[],
  radius?: number,
): string {
  const look = {
    class: classes.filter(Boolean).join(' ') || undefined,
    style: styles.filter(Boolean).join(';') || undefined,
  };
  if (shape.kind === 'ellipse') {
    const { center, rx, ry } = shape;
    return tag('ellipse', { ...look, cx: center.x, cy: center.y, rx, ry });
  }
  const box = radius === undefined ? undefined : rectangleOf(shape);
  if (box) return tag('rect', { ...look, ...box, rx: Math.min(radius ?? 0, box.height / 3) });
  const { points } = shape;
  if (shape.kind === 'polygon') return tag('polygon', { ...look, points: writePoints(points) });
  const [first, ...rest] = points;
  if (!first) return '';
  const letter = shape.kind === 'curve' ? 'C' : 'L';
  const d = `M${writePoints([first])}${letter}${writePoints(rest)}`;
  return look.style ? tag('path', { ...look, d }) : path(d, look.class);
}

function gradientId(gradient: Gradient, scale: number): string {
  return `g${hash(JSON.stringify(gradient), String(scale)).slice(0, 10)}`;
}

function drawGradient(gradient: Gradient, scale: number): string {
  const { kind, from, to, stops } = gradient;
  const at = (value = 0) => round(value * scale);
  const place =
    kind === 'linear'
      ? { x1: at(from[0]), y1: at(from[1]), x2: at(to[0]), y2: at(to[1]) }
      : { fx: at(from[0]), fy: at(from[1]), cx: at(to[0]), cy: at(to[1]), r: at(to[2]) };
  const colors = stops.map(({ share, css }) => tag('stop', { offset: share, 'stop-color': css }));
  const id = gradientId(gradient, scale);
  const attributes = writeAttributes({ id, gradientUnits: 'userSpaceOnUse', ...place });
  return `<${kind}Gradient${attributes}>${colors.join('')}</${kind}Gradient>`;
}
