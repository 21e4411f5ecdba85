import type { TreeNode } from '../../../model/diagram/tree.ts';
import { drawShape, type Size, sizeOf } from '../shapes.ts';
import { type Box, group, path, polygon, round } from '../svg.ts';
import type { Lines, Typesetter } from '../typesetter.ts';

/** A node with its texts set, and its size. */
export interface SetNode extends Size {
  readonly node: TreeNode;
  readonly name: Lines;
  readonly note: Lines;
  readonly children: readonly SetNode[];
}

const noteStyle = { isSmall: true, tone: 'muted' } as const;

export function setNode(node: TreeNode, typesetter: Typesetter, level = 0): SetNode {
  const name = typesetter.set(node.label, node.shape === 'circle' ? 7 : 11, {
    ...styleOf(level),
    ...(node.spans && { spans: node.spans }),
  });
  const note = typesetter.set(node.note ?? '', 11, noteStyle);
  const text = { width: Math.max(name.width, note.width), height: name.height + note.height };
  const children = node.children.map((child) => setNode(child, typesetter, level + 1));
  return { node, name, note, children, ...sizeOfNode(node.shape, text) };
}

function styleOf(level: number) {
  return level === 0 ? ({ tone: 'strong' } as const) : {};
}

function sizeOfNode(shape: TreeNode['shape'], text: Size): Size {
  const { width, height } = text;
  switch (shape) {
    case 'plain':
      return { width: width + 24, height: height + 12 };
    case 'cloud':
      return { width: width + 64, height: height + 40 };
    case 'bang':
      return { width: width * 1.25 + 70, height: height * 1.25 + 52 };
    default:
      return sizeOf(shape, text, false);
  }
}

/** Draws a node, whose center is at a point. `color` is that of its branch. */
export function drawTreeNode(
  { node, name, note, width, height }: SetNode,
  { x, y }: { readonly x: number; readonly y: number },
  level: number,
  color: string | undefined,
  typesetter: Typesetter,
): string {
  const box = { x: x - width / 2, y: y - height / 2, width, height };
  const top = y - (name.height + note.height) / 2;
  const texts =
    typesetter.write(name, x, top, styleOf(level)) +
    typesetter.write(note, x, top + name.height, noteStyle);
  const className = level === 0 ? 'node root' : 'node branch';
  return group(
    className,
    drawOutline(node.shape, box) + texts,
    color === undefined ? undefined : { stroke: color },
  );
}

function drawOutline(shape: TreeNode['shape'], box: Box): string {
  switch (shape) {
    case 'plain':
      return drawShape('stadium', box);
    case 'cloud':
      return drawCloud(box);
    case 'bang':
      return drawBang(box);
    default:
      return drawShape(shape, box);
  }
}

/** Arcs around an ellipse. */
function drawCloud({ x, y, width, height }: Box): string {
  const count = Math.max(8, Math.round((width + height) / 34));
  const points = Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI;
    return {
      x: x + width / 2 + Math.cos(angle) * (width / 2 - 8),
      y: y + height / 2 + Math.sin(angle) * (height / 2 - 8),
    };
  });
  const last = points.at(-1) ?? { x, y };
  let before = last;
  const arcs = points.map((point) => {
    const radius = Math.hypot(point.x - before.x, point.y - before.y) * 0.58;
    before = point;
    return `A${round(radius)},${round(radius)} 0 0 1 ${round(point.x)},${round(point.y)}`;
  });
  return path(`M${round(last.x)},${round(last.y)}${arcs.join('')}z`);
}

/** A star with many points. */
function drawBang({ x, y, width, height }: Box): string {
  const count = 2 * Math.max(10, Math.round((width + height) / 30));
  return polygon(
    Array.from({ length: count }, (_, i) => {
      const angle = (i / count) * 2 * Math.PI;
      const reach = i % 2 === 0 ? 1 : 0.84;
      return {
        x: x + width / 2 + (Math.cos(angle) * width * reach) / 2,
        y: y + height / 2 + (Math.sin(angle) * height * reach) / 2,
      };
    }),
  );
}
