import type { NodeShape } from '../../model/diagram/diagram.ts';
import type { Box, Point } from './svg.ts';
import { type Corner, ellipsePoints } from './symbol-paths.ts';
import { symbolOf } from './symbols.ts';

/** The corners of a shape in its box. */
export function outlineOf(shape: NodeShape, box: Box): readonly Point[] {
  const corners = cornersOf(shape, box);
  return corners.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
}

/** The corners in a box from 0 to 1. */
function cornersOf(
  shape: NodeShape,
  { width, height }: Pick<Box, 'width' | 'height'>,
): readonly Corner[] {
  const slant = (height * 0.32) / width;
  switch (shape) {
    case 'circle':
    case 'double-circle':
    case 'ellipse':
    case 'dot':
    case 'end':
      return circle;
    case 'diamond':
      return [
        [0.5, 0],
        [1, 0.5],
        [0.5, 1],
        [0, 0.5],
      ];
    case 'hexagon':
      return [
        [slant, 0],
        [1 - slant, 0],
        [1, 0.5],
        [1 - slant, 1],
        [slant, 1],
        [0, 0.5],
      ];
    case 'parallelogram':
      return [
        [slant, 0],
        [1, 0],
        [1 - slant, 1],
        [0, 1],
      ];
    case 'parallelogram-left':
      return [
        [0, 0],
        [1 - slant, 0],
        [1, 1],
        [slant, 1],
      ];
    case 'trapezium':
      return [
        [slant, 0],
        [1 - slant, 0],
        [1, 1],
        [0, 1],
      ];
    case 'inverted-trapezium':
      return [
        [0, 0],
        [1, 0],
        [1 - slant, 1],
        [slant, 1],
      ];
    case 'flag':
      return [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [slant, 0.5],
      ];
    case 'triangle':
      return [
        [0.5, 0],
        [1, 1],
        [0, 1],
      ];
    case 'inverted-triangle':
      return [
        [0, 0],
        [1, 0],
        [0.5, 1],
      ];
    case 'house':
      return [
        [0.5, 0],
        [1, 24 / height],
        [1, 1],
        [0, 1],
        [0, 24 / height],
      ];
    case 'inverted-house':
      return [
        [0, 0],
        [1, 0],
        [1, 1 - 24 / height],
        [0.5, 1],
        [0, 1 - 24 / height],
      ];
    case 'pentagon':
      return [
        [0.5, 0],
        [1, 0.38],
        [0.81, 1],
        [0.19, 1],
        [0, 0.38],
      ];
    case 'octagon':
      return octagon(16 / width, 16 / height);
    default:
      return symbolOf(shape)?.outline?.({ width, height }) ?? rectangle;
  }
}

const rectangle: readonly Corner[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

const circle = ellipsePoints(64);

function octagon(dx: number, dy: number): readonly Corner[] {
  return [
    [dx, 0],
    [1 - dx, 0],
    [1, dy],
    [1, 1 - dy],
    [1 - dx, 1],
    [dx, 1],
    [0, 1 - dy],
    [0, dy],
  ];
}
