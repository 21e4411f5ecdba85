import { escapeHtml } from '../../base/html.ts';
import { writeAttributes } from '../../chart/svg/attributes.ts';
import type {
  Cell,
  Direction,
  GraphEdge,
  GraphGroup,
  GraphNode,
  GraphSpec,
} from '../../model/diagram.ts';
import type { ImageSteps } from '../../model/rendered.ts';
import { drawCell, type SetCell, setCell } from './cells.ts';
import { drawEdge, drawEndLabels, drawLabel, labelPosition, maxLabelWidth } from './edges.ts';
import { isCount } from './ends.ts';
import { layOut } from './layout/layout.ts';
import { groupPadding } from './layout/part-text.ts';
import { type Layout, runsVertically, type Sizes, type Spacing } from './layout/positions.ts';
import { drawPictured, maxPictureText, sizeOfPictured } from './picture.ts';
import { contains, type Route, routeEdges, type Target } from './routes.ts';
import { drawShape, maxTextWidth, type Size, sizeOf, textBox } from './shapes.ts';
import { atStep, type Box, boxAround, type Drawing, group, grow, round, tag } from './svg.ts';
import type { Lines, Typesetter } from './typesetter.ts';

/** The width of the longest line of a group's label, in multiples of the text size. */
const maxGroupLabel = 20;
const groupStyle = { tone: 'muted', isSmall: true } as const;
/** The space around the label of an edge. */
const labelPadding = 6;
/** The length of cardinality symbols beyond the usual distance of ranks. */
const countLength = 12;

interface PlacedNode extends Target {
  readonly node: GraphNode;
  readonly content: string;
}

interface PlacedGroup extends Target {
  readonly group: GraphGroup;
  readonly label: Lines;
  /** At which it appears. */
  readonly step: number | null | undefined;
}

/** Draws a graph. */
export async function drawGraph(
  spec: GraphSpec,
  typesetter: Typesetter,
  direction: Direction,
  spacing: Spacing,
  steps?: ImageSteps,
): Promise<Drawing> {
  const isVertical = runsVertically(direction);
  const cells = new Map(spec.nodes.map((node) => [node.id, setNode(node, typesetter)]));
  const sizes = new Map(
    spec.nodes.map((node) => [
      node.id,
      sizeOfNode(node, cells.get(node.id), typesetter, isVertical),
    ]),
  );
  const labels = spec.edges.map(({ label, labelSpans: spans = [] }) =>
    label === undefined
      ? undefined
      : typesetter.set(label, maxLabelWidth, { isSmall: true, spans }),
  );
  const heads = new Map(
    spec.groups.flatMap(({ id, label, labelSpans: spans = [] }) =>
      label === ''
        ? []
        : [[id, typesetter.set(label, maxGroupLabel, { ...groupStyle, spans })] as const],
    ),
  );
  const rooms: Sizes = {
    nodes: sizes,
    heads: new Map([...heads].map(([id, head]) => [id, roomOfHead(head)])),
    labels: spec.edges.map((edge, i) => roomOfLabel(edge, labels[i], typesetter, isVertical)),
  };
  const layout = await layOut(spec, rooms, direction, spacing);
  const nodes = spec.nodes.map((node) => placeNode(node, cells.get(node.id), layout, typesetter));
  const groups = placeGroups(spec.groups, layout, heads, steps);
  const targets = new Map<string, Target>([
    ...groups.map((placed) => [placed.group.id, placed] as const),
    ...nodes.map((placed) => [placed.node.id, placed] as const),
  ]);
  const routes = routeEdges(spec.edges, layout.edges, (id) => targets.get(id));
  const edges = spec.edges.map((edge, i) => atStep(drawEdge(edge, routes[i]), steps?.edges[i]));
  const texts = spec.edges.map((edge, i) => {
    const at = routes[i] && labelPosition(edge, layout.edges[i]);
    const within = at && groups.some(({ box }) => contains(box, at));
    const own = drawLabel(edge, labels[i], at, typesetter, within);
    return atStep(own + drawEndLabels(edge, routes[i], typesetter), steps?.edges[i]);
  });
  const bounds = grow(boundsOf(nodes, groups, routes, labels, layout, spec.edges), 3);
  const content = [
    ...groups.map((placed) => atStep(drawFrame(placed), placed.step)),
    group('edges', edges.join('')),
    ...groups.map((placed) => atStep(drawGroupLabel(placed, typesetter), placed.step)),
    ...nodes.map((placed, i) => atStep(drawNode(placed), steps?.nodes[i])),
    texts.join(''),
  ].join('');
  const [dx, dy] = [round(-bounds.x), round(-bounds.y)];
  const moved =
    dx === 0 && dy === 0 ? content : `<g transform="translate(${dx} ${dy})">${content}</g>`;
  return { content: moved, width: bounds.width, height: bounds.height };
}

function setNode({ shape, content, picture }: GraphNode, typesetter: Typesetter): SetCell {
  if (picture) return setCell(content, typesetter, maxPictureText);
  return setCell(content, typesetter, isList(content) ? 24 : maxTextWidth(shape));
}

function sizeOfNode(
  { shape, content, picture }: GraphNode,
  set: SetCell | undefined,
  typesetter: Typesetter,
  isVertical: boolean,
): Size {
  const { width, height } = set ?? { width: 0, height: 0 };
  if (picture) return sizeOfPictured(picture, { width, height }, typesetter);
  if (isList(content)) return { width, height };
  return sizeOf(shape, { width, height }, isVertical);
}

/** The space above what is in a group; the padding is part of it. */
function roomOfHead({ width, height }: Size): Size {
  return { width: width + 2 * groupPadding, height: Math.max(1, height - 4) };
}

/** Whether a node is a list of cells that are separated by lines. */
function isList(content: Cell): boolean {
  return content.kind !== 'text' && content.isRuled;
}

/** The space that an edge reserves for its label, and for the labels and symbols at its ends. */
function roomOfLabel(
  { fromLabel, toLabel, start, end }: GraphEdge,
  label: Lines | undefined,
  typesetter: Typesetter,
  isVertical: boolean,
): Size | undefined {
  const texts = [fromLabel, toLabel].flatMap((text) =>
    text === undefined ? [] : [typesetter.set(text, maxLabelWidth, { isSmall: true })],
  );
  const counts = [start, end].filter(isCount).length;
  if (!label && texts.length === 0 && counts === 0) return undefined;
  const sides = texts.map(({ width, height }) => (isVertical ? height : width));
  const along = sum(sides) + counts * countLength;
  const [width, height] = [label?.width ?? 0, label?.height ?? 0];
  const across = Math.max(...texts.map((text) => 2 * (isVertical ? text.width : text.height)), 0);
  return {
    width: (isVertical ? Math.max(width, across) : width + along) + 4 * labelPadding,
    height: (isVertical ? height + along : Math.max(height, across)) + 2 * labelPadding,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function placeNode(
  node: GraphNode,
  set: SetCell | undefined,
  layout: Layout,
  typesetter: Typesetter,
): PlacedNode {
  const box = layout.nodes.get(node.id) ?? { x: 0, y: 0, width: 0, height: 0 };
  if (node.picture) {
    const content = drawPictured(node, node.picture, box, set, typesetter);
    return { node, box, shape: 'rectangle', isWide: false, content, ports: new Map() };
  }
  const inner = textBox(node.shape, box);
  const drawn = set
    ? drawCell(set, inner, typesetter)
    : { content: '', ports: new Map<string, Box>() };
  return { node, box, shape: node.shape, isWide: node.shape === 'bar', ...drawn };
}

function drawNode({ node, box, content }: PlacedNode): string {
  // Cells are always framed by a rectangle.
  const shape = isList(node.content) && node.shape !== 'rounded' ? 'rectangle' : node.shape;
  const name = node.shape === 'note' ? 'node note' : 'node';
  const { link, tooltip, picture } = node;
  const hint = tooltip === undefined ? '' : `<title>${escapeHtml(tooltip)}</title>`;
  const drawn = picture
    ? `<g>${hint}${content}</g>`
    : group(name, hint + drawShape(shape, box) + content, node.paint);
  if (link === undefined) return drawn;
  const address = { href: link, target: '_blank', rel: 'noopener noreferrer' };
  return `<a${writeAttributes(address)}>${drawn}</a>`;
}

function placeGroups(
  groups: readonly GraphGroup[],
  layout: Layout,
  heads: ReadonlyMap<string, Lines>,
  steps: ImageSteps | undefined,
): readonly PlacedGroup[] {
  return groups.flatMap((group, i): readonly PlacedGroup[] => {
    const box = layout.groups.get(group.id);
    if (!box) return [];
    const label = heads.get(group.id) ?? { lines: [], width: 0, height: 0 };
    const step = steps?.groups[i];
    return [{ group, label, box, shape: 'rectangle', ports: new Map(), isWide: true, step }];
  });
}

function drawFrame({ group: { paint }, box }: PlacedGroup): string {
  return group('group', tag('rect', { ...box, rx: 10 }), paint);
}

/** Drawn above the edges that enter the group. */
function drawGroupLabel(
  { group: { paint }, label, box }: PlacedGroup,
  typesetter: Typesetter,
): string {
  const className = paint?.fill ? '' : 'label inside';
  const style = { ...groupStyle, align: 'start', className } as const;
  const text = typesetter.write(label, box.x + groupPadding, box.y + 9, style);
  return paint && text !== '' ? group('group', text, paint) : text;
}

function boundsOf(
  nodes: readonly PlacedNode[],
  groups: readonly PlacedGroup[],
  routes: readonly (Route | undefined)[],
  labels: readonly (Lines | undefined)[],
  layout: Layout,
  edges: readonly GraphEdge[],
): Box {
  const texts = layout.edges.flatMap(({ label }, i) => {
    const { width = 0, height = 0 } = labels[i] ?? {};
    if (!label || edges[i]?.line === 'invisible') return [];
    return [{ x: label.x - width / 2, y: label.y - height / 2, width, height }];
  });
  const points = routes.flatMap((route) => route?.points ?? []);
  return boxAround([
    ...nodes.map(({ box }) => box),
    ...groups.map(({ box }) => box),
    ...points,
    ...texts,
  ]);
}
