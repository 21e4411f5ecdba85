import type { NodeShape } from '../../model/diagram/diagram.ts';
import { outlineOf } from './outlines.ts';
import { type Box, path, polygon, round, tag, writePoints } from './svg.ts';
import { symbolOf } from './symbols.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const [padX, padY] = [20, 12];

/** Shapes with little space at their corners, in which lines are wrapped earlier. */
const narrow: ReadonlySet<NodeShape> = new Set([
  'diamond',
  'circle',
  'double-circle',
  'triangle',
  'inverted-triangle',
]);

export function maxTextWidth(shape: NodeShape): number {
  return narrow.has(shape) ? 7.5 : 13;
}

/**
 * The size of a shape around a text of this size.
 *
 * @param room the factor of the space around the text
 */
export function sizeOf(shape: NodeShape, text: Size, isVertical: boolean, room = 1): Size {
  const { width, height } = text;
  const [wide, high] = [width + 2 * padX * room, height + 2 * padY * room];
  switch (shape) {
    case 'stadium':
      return { width: wide + high * 0.2, height: high };
    case 'subroutine':
      return { width: wide + 16, height: high };
    case 'cylinder':
      return { width: wide, height: high + 22 };
    case 'circle':
      return square(Math.hypot(width, height) + 22);
    case 'double-circle':
      return square(Math.hypot(width, height) + 34);
    case 'ellipse':
      return { width: Math.max(width * 1.3 + 26, high), height: height * 1.3 + 18 };
    case 'diamond':
      return width === 0 ? square(32) : diamondAround(width + 10, height + 6);
    case 'hexagon':
      return { width: wide + high * 0.42, height: high };
    case 'parallelogram':
    case 'parallelogram-left':
    case 'trapezium':
    case 'inverted-trapezium':
      return { width: wide + high * 0.64, height: high };
    case 'flag':
      return { width: wide + high * 0.36, height: high };
    case 'triangle':
    case 'inverted-triangle':
      return { width: width * 1.6 + 56, height: height * 1.9 + 26 };
    case 'house':
    case 'inverted-house':
      return { width: wide, height: high + 24 };
    case 'pentagon':
      return { width: width * 1.35 + 36, height: height * 1.6 + 32 };
    case 'octagon':
      return { width: wide + 8, height: high + 8 };
    case 'note':
      return { width: wide, height: high };
    case 'plain':
      return { width: width + 12, height: height + 8 };
    case 'dot':
      return square(18);
    case 'end':
      return square(24);
    case 'bar':
      return isVertical ? { width: 110, height: 7 } : { width: 7, height: 110 };
    default: {
      const { size, more = { width: 0, height: 0 } } = symbolOf(shape) ?? {};
      return size ?? { width: Math.max(wide, 64) + more.width, height: high + more.height };
    }
  }
}

function square(side: number): Size {
  return { width: side, height: side };
}

/** The size of a rhombus that encloses a box. */
function diamondAround(width: number, height: number): Size {
  const half = width / 2 + height * 0.95;
  return { width: 2 * half, height: height / (1 - width / 2 / half) };
}

/** Where the text of a shape is centered. */
export function textBox(shape: NodeShape, box: Box): Box {
  const [left, top, right, bottom] = symbolOf(shape)?.inset ?? [0, 0, 0, 0];
  return {
    x: box.x + left,
    y: box.y + top + textShift(shape, box),
    width: box.width - left - right,
    height: box.height - top - bottom,
  };
}

/** How far below the center of a shape its text is. */
function textShift(shape: NodeShape, { height }: Size): number {
  if (shape === 'cylinder') return 6;
  if (shape === 'triangle') return height * 0.18;
  if (shape === 'inverted-triangle') return -height * 0.18;
  if (shape === 'house') return 10;
  if (shape === 'inverted-house') return -10;
  return shape === 'pentagon' ? height * 0.05 : 0;
}

const radius = 6;

/** Draws a shape as SVG. */
export function drawShape(shape: NodeShape, box: Box): string {
  const { x, y, width, height } = box;
  switch (shape) {
    case 'plain':
      return '';
    case 'rectangle':
      return tag('rect', { x, y, width, height, rx: radius });
    case 'rounded':
      return tag('rect', { x, y, width, height, rx: Math.min(16, height / 2) });
    case 'stadium':
      return tag('rect', { x, y, width, height, rx: height / 2 });
    case 'bar':
      return tag('rect', { class: 'mark', x, y, width, height, rx: 3 });
    case 'circle':
    case 'ellipse':
      return drawEllipse(box, 0);
    case 'double-circle':
      return drawEllipse(box, 0) + drawEllipse(box, 5);
    case 'dot':
      return drawEllipse(box, 0, 'mark');
    case 'end':
      return drawEllipse(box, 0) + drawEllipse(box, 6, 'mark');
    case 'subroutine':
      return `${tag('rect', { x, y, width, height, rx: radius })}${path(
        `M${round(x + 9)},${round(y)}v${round(height)}M${round(x + width - 9)},${round(y)}v${round(height)}`,
        'rule',
      )}`;
    case 'cylinder':
      return drawCylinder(box);
    case 'note':
      return drawNote(box);
    default:
      return symbolOf(shape)?.draw(box) ?? polygon(outlineOf(shape, box));
  }
}

function drawEllipse({ x, y, width, height }: Box, inset: number, className?: string): string {
  const [rx, ry] = [width / 2 - inset, height / 2 - inset];
  return tag('ellipse', { class: className, cx: x + width / 2, cy: y + height / 2, rx, ry });
}

function drawCylinder({ x, y, width, height }: Box): string {
  const arc = `a${round(width / 2)},8 0 0 `;
  const side = round(height - 16);
  const body = `M${writePoints([{ x, y: y + 8 }])}${arc}1 ${round(width)},0v${side}${arc}1 ${round(-width)},0z`;
  const lid = `M${writePoints([{ x, y: y + 8 }])}${arc}0 ${round(width)},0`;
  return path(body) + path(lid, 'rule');
}

/** A sheet with a folded corner. */
function drawNote({ x, y, width, height }: Box): string {
  const fold = 12;
  const [right, bottom] = [x + width, y + height];
  const corner = { x: right - fold, y };
  const sheet = [
    { x, y },
    corner,
    { x: right, y: y + fold },
    { x: right, y: bottom },
    { x, y: bottom },
  ];
  const turned = [corner, { x: right - fold, y: y + fold }, { x: right, y: y + fold }];
  return polygon(sheet) + path(`M${writePoints(turned)}`, 'rule');
}
