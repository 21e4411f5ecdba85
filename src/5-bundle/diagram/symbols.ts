import type { NodeShape } from '../../model/diagram/diagram.ts';
import { type Box, path, polygon, tag } from './svg.ts';
import { arcPath, type Corner, ellipsePoints, sheet, tape, wave } from './symbol-paths.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A shape of flowcharts that is more than an outline. */
interface Symbol {
  /** By how much it is larger than a box around its text, or its size if it has none. */
  readonly more?: Size;
  readonly size?: Size;
  /** What the text leaves free at the left, top, right and bottom. */
  readonly inset?: readonly [left: number, top: number, right: number, bottom: number];
  /** The corners in a box from 0 to 1, if it does not fill its box. */
  readonly outline?: (size: Size) => readonly Corner[];
  readonly draw: (box: Box) => string;
}

const radius = 6;

function rect({ x, y, width, height }: Box): string {
  return tag('rect', { x, y, width, height, rx: radius });
}

/** Lines within a shape. */
function rule(d: string): string {
  return path(d, 'rule');
}

function cornersOf(outline: readonly Corner[]): (box: Box) => string {
  return ({ x, y, width, height }) =>
    polygon(outline.map(([u, v]) => ({ x: x + u * width, y: y + v * height })));
}

function outlined(more: Size, outline: (size: Size) => readonly Corner[]): Symbol {
  return { more, outline, draw: (box) => cornersOf(outline(box))(box) };
}

/** The front one of three, and how far they are apart. */
const layer = 5;
function stacked(draw: (box: Box) => string): Symbol['draw'] {
  return ({ x, y, width, height }) =>
    [2, 1, 0]
      .map((step) =>
        draw({
          x: x + step * layer,
          y: y + (2 - step) * layer,
          width: width - 2 * layer,
          height: height - 2 * layer,
        }),
      )
      .join('');
}

/** A folded corner at the lower right. */
function cornerTag({ x, y, width, height }: Box): string {
  const [right, bottom, size] = [x + width, y + height, 14];
  return rule(arcPath`M${right - size},${bottom}L${right},${bottom - size}`);
}

const none = { width: 0, height: 0 };
const document = (box: Box) => path(sheet(box));

const symbols: Partial<Record<NodeShape, Symbol>> = {
  'data-store': {
    draw: ({ x, y, width, height }) =>
      tag('rect', { class: 'bare', x, y, width, height }) +
      rule(arcPath`M${x},${y}h${width}M${x},${y + height}h${width}`),
  },
  bang: {
    more: { width: 44, height: 40 },
    outline: () => ellipsePoints(64),
    draw: (box) => cornersOf(ellipsePoints(36, 0.84))(box),
  },
  cloud: {
    more: { width: 40, height: 34 },
    outline: () => ellipsePoints(64),
    draw: ({ x, y, width: w, height: h }) =>
      path(
        arcPath`M${x + w * 0.2},${y + h * 0.9}a${w * 0.2},${h * 0.28} 0 0 1 ${-w * 0.12},${-h * 0.5}a${w * 0.2},${h * 0.3} 0 0 1 ${w * 0.3},${-h * 0.3}a${w * 0.22},${h * 0.26} 0 0 1 ${w * 0.4},${h * 0.04}a${w * 0.18},${h * 0.26} 0 0 1 ${w * 0.16},${h * 0.42}a${w * 0.16},${h * 0.24} 0 0 1 ${-w * 0.16},${h * 0.34}z`,
      ),
  },
  card: outlined(none, ({ width, height }) => {
    const [u, v] = [14 / width, 14 / height];
    return [
      [u, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, v],
    ];
  }),
  'lined-rectangle': {
    more: { width: 9, height: 0 },
    inset: [9, 0, 0, 0],
    draw: (box) => rect(box) + rule(arcPath`M${box.x + 9},${box.y}v${box.height}`),
  },
  'divided-rectangle': {
    more: { width: 0, height: 11 },
    inset: [0, 11, 0, 0],
    draw: (box) => rect(box) + rule(arcPath`M${box.x},${box.y + 11}h${box.width}`),
  },
  'window-pane': {
    more: { width: 10, height: 10 },
    inset: [10, 10, 0, 0],
    draw: (box) =>
      rect(box) +
      rule(arcPath`M${box.x + 10},${box.y}v${box.height}M${box.x},${box.y + 10}h${box.width}`),
  },
  'stacked-rectangle': {
    more: { width: 2 * layer, height: 2 * layer },
    inset: [0, 2 * layer, 2 * layer, 0],
    draw: stacked(rect),
  },
  'tagged-rectangle': { draw: (box) => rect(box) + cornerTag(box) },
  'sloped-rectangle': {
    ...outlined({ width: 0, height: 12 }, ({ height }) => [
      [0, 14 / height],
      [1, 0],
      [1, 1],
      [0, 1],
    ]),
    inset: [0, 10, 0, 0],
  },
  'notched-pentagon': outlined({ width: 16, height: 6 }, ({ width, height }) => [
    [16 / width, 0],
    [1 - 16 / width, 0],
    [1, 14 / height],
    [1, 1],
    [0, 1],
    [0, 14 / height],
  ]),
  'bow-tie': {
    more: { width: 22, height: 0 },
    draw: ({ x, y, width, height }) =>
      path(
        arcPath`M${x + 9},${y}H${x + width}q-18,${height / 2} 0,${height}H${x + 9}q-18,${-height / 2} 0,${-height}z`,
      ),
  },
  hourglass: {
    size: { width: 40, height: 44 },
    draw: cornersOf([
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]),
  },
  bolt: {
    size: { width: 34, height: 52 },
    draw: cornersOf([
      [0.7, 0],
      [0, 0.58],
      [0.46, 0.58],
      [0.3, 1],
      [1, 0.4],
      [0.54, 0.4],
    ]),
  },
  'brace-left': {
    inset: [12, 0, 0, 0],
    more: { width: 4, height: 0 },
    draw: (box) => brace(box, 1),
  },
  'brace-right': {
    inset: [0, 0, 12, 0],
    more: { width: 4, height: 0 },
    draw: (box) => brace(box, -1),
  },
  braces: {
    more: { width: 12, height: 0 },
    draw: (box) => brace(box, 1) + brace(box, -1),
  },
  document: { more: { width: 0, height: wave }, inset: [0, 0, 0, wave], draw: document },
  documents: {
    more: { width: 2 * layer, height: wave + 2 * layer },
    inset: [0, 2 * layer, 2 * layer, wave],
    draw: stacked(document),
  },
  'lined-document': {
    more: { width: 9, height: wave },
    inset: [9, 0, 0, wave],
    draw: (box) => document(box) + rule(arcPath`M${box.x + 9},${box.y}v${box.height - wave / 2}`),
  },
  'tagged-document': {
    more: { width: 0, height: wave },
    inset: [0, 0, 0, wave],
    draw: (box) => document(box) + cornerTag({ ...box, height: box.height - wave }),
  },
  'paper-tape': { more: { width: 0, height: 2 * wave }, draw: (box) => path(tape(box)) },
  delay: {
    more: { width: 16, height: 0 },
    inset: [0, 0, 10, 0],
    draw: ({ x, y, width, height }) => {
      const r = height / 2;
      return path(arcPath`M${x},${y}H${x + width - r}a${r},${r} 0 0 1 0,${height}H${x}z`);
    },
  },
  display: {
    more: { width: 34, height: 0 },
    draw: ({ x, y, width, height }) => {
      const [point, bulge] = [Math.min(24, height / 2), height / 2];
      return path(
        arcPath`M${x},${y + height / 2}L${x + point},${y}H${x + width - 14}a14,${bulge} 0 0 1 0,${height}H${x + point}z`,
      );
    },
  },
  'horizontal-cylinder': {
    more: { width: 26, height: 0 },
    inset: [0, 0, 12, 0],
    draw: ({ x, y, width, height }) => {
      const [rx, ry] = [8, height / 2];
      const [left, right] = [x + rx, x + width - rx];
      return (
        path(
          arcPath`M${left},${y}H${right}a${rx},${ry} 0 0 1 0,${height}H${left}a${rx},${ry} 0 0 1 0,${-height}z`,
        ) + rule(arcPath`M${right},${y}a${rx},${ry} 0 0 0 0,${height}`)
      );
    },
  },
  'lined-cylinder': {
    more: { width: 0, height: 32 },
    inset: [0, 22, 0, 4],
    draw: ({ x, y, width, height }) => {
      const [rx, top] = [width / 2, y + 8];
      const lid = arcPath`a${rx},8 0 0 0 ${width},0`;
      const body = arcPath`M${x},${top}a${rx},8 0 0 1 ${width},0v${height - 16}a${rx},8 0 0 1 ${-width},0z`;
      return path(body) + rule(arcPath`M${x},${top}` + lid + arcPath`M${x},${top + 8}` + lid);
    },
  },
  junction: {
    size: { width: 16, height: 16 },
    outline: () => ellipsePoints(64),
    draw: ({ x, y, width, height }) =>
      tag('circle', { class: 'mark', cx: x + width / 2, cy: y + height / 2, r: width / 2 }),
  },
  'crossed-circle': {
    size: { width: 40, height: 40 },
    outline: () => ellipsePoints(64),
    draw: ({ x, y, width, height }) => {
      const [cx, cy, r] = [x + width / 2, y + height / 2, width / 2];
      const [side, diagonal] = [r * Math.SQRT1_2, 2 * r * Math.SQRT1_2];
      return (
        tag('circle', { cx, cy, r }) +
        rule(
          arcPath`M${cx - side},${cy - side}l${diagonal},${diagonal}M${cx + side},${cy - side}l${-diagonal},${diagonal}`,
        )
      );
    },
  },
};

/** A curly brace at the left (1) or the right (-1) of a text. */
function brace({ x, y, width, height }: Box, side: 1 | -1): string {
  const start = side === 1 ? x + 14 : x + width - 14;
  const [q, half] = [6 * side, height / 2];
  return rule(
    arcPath`M${start},${y}q${-q},0 ${-q},6V${y + half - 6}q0,6 ${-q},6q${q},0 ${q},6V${y + height - 6}q0,6 ${q},6`,
  );
}

export function symbolOf(shape: NodeShape): Symbol | undefined {
  return symbols[shape];
}
