import type { TreeSpec } from '../../../model/diagram/tree.ts';
import { boxAround, type Drawing, group, grow, type Point, path, round } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import { drawList } from './list.ts';
import { drawTreeNode, type SetNode, setNode } from './nodes.ts';

/** A node at its place: its center. */
interface PlacedNode extends Point {
  readonly set: SetNode;
  readonly level: number;
  readonly parent?: PlacedNode;
  /** The color of its branch. */
  readonly color?: string;
}

/** The number of colors of branches. */
const colorCount = 6;

/** Draws a hierarchy; all distances are multiplied by `spacing`. */
export function drawTree(spec: TreeSpec, typesetter: Typesetter, spacing: number): Drawing {
  const root = setNode(spec.root, typesetter);
  if (spec.layout === 'list') return drawList(root, typesetter);
  const gaps = { across: 16 * spacing, along: 48 * spacing };
  const { right, left } =
    spec.layout === 'sides' ? halves(root) : { right: root.children, left: [] };
  const center: PlacedNode = { set: root, x: 0, y: 0, level: 0 };
  const colorOf = (child: SetNode) =>
    `var(--chart-${(root.children.indexOf(child) % colorCount) + 1})`;
  const nodes = [
    center,
    ...placeChildren(right, center, 1, gaps, colorOf),
    ...placeChildren(left, center, -1, gaps, colorOf),
  ];
  const lines = nodes.map(drawBranch);
  const boxes = nodes.map(({ set, level, color, ...at }) =>
    drawTreeNode(set, at, level, color, typesetter),
  );
  const bounds = grow(
    boxAround(
      nodes.map(({ x, y, set: { width, height } }) => ({
        x: x - width / 2,
        y: y - height / 2,
        width,
        height,
      })),
    ),
    3,
  );
  const content = lines.join('') + boxes.join('');
  return {
    content: `<g transform="translate(${round(-bounds.x)} ${round(-bounds.y)})">${content}</g>`,
    width: bounds.width,
    height: bounds.height,
  };
}

/** Divides the branches of the root: the first ones go to the right, until half of the nodes are there. */
function halves({ children }: SetNode) {
  const sizes = children.map(leavesOf);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let sum = 0;
  let count = 0;
  while (count < children.length && (count === 0 || sum + (sizes[count] ?? 0) / 2 <= total / 2)) {
    sum += sizes[count] ?? 0;
    count++;
  }
  return { right: children.slice(0, count), left: children.slice(count) };
}

function leavesOf({ children }: SetNode): number {
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0);
}

interface Gaps {
  /** Between neighbors. */
  readonly across: number;
  /** Between a node and its children. */
  readonly along: number;
}

/** Places the nodes below a parent, from top to bottom. @param way 1 to its right, -1 to its left */
function placeChildren(
  children: readonly SetNode[],
  parent: PlacedNode,
  way: 1 | -1,
  gaps: Gaps,
  colorOf?: (child: SetNode) => string,
): readonly PlacedNode[] {
  const heights = children.map((child) => heightOf(child, gaps));
  let y = parent.y - totalOf(heights, gaps) / 2;
  return children.flatMap((set, i) => {
    const height = heights[i] ?? 0;
    const distance = parent.set.width / 2 + gaps.along + set.width / 2;
    const color = colorOf?.(set) ?? parent.color;
    const placed: PlacedNode = {
      set,
      x: parent.x + way * distance,
      y: y + height / 2,
      level: parent.level + 1,
      parent,
      ...(color !== undefined && { color }),
    };
    y += height + gaps.across;
    return [placed, ...placeChildren(set.children, placed, way, gaps)];
  });
}

/** The height of a node with all that is below it. */
function heightOf({ height, children }: SetNode, gaps: Gaps): number {
  const heights = children.map((child) => heightOf(child, gaps));
  return Math.max(height, totalOf(heights, gaps));
}

function totalOf(heights: readonly number[], { across }: Gaps): number {
  return heights.reduce((sum, height) => sum + height + across, -across);
}

/** Draws the line from a node's parent. */
function drawBranch({ set, x, y, level, parent, color }: PlacedNode): string {
  if (!parent) return '';
  const way = Math.sign(x - parent.x);
  const from = { x: parent.x + (way * parent.set.width) / 2, y: parent.y };
  const to = { x: x - (way * set.width) / 2, y };
  const bend = (to.x - from.x) / 2;
  const d = `M${round(from.x)},${round(from.y)}c${round(bend)},0 ${round(bend)},${round(to.y - from.y)} ${round(to.x - from.x)},${round(to.y - from.y)}`;
  const line = path(d, level === 1 ? 'stroke thick' : 'stroke');
  return color === undefined ? line : group('edge', line, { stroke: color });
}
