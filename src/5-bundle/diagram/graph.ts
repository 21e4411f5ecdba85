import { escapeHtml } from '../../base/html.ts';
import { writeAttributes } from '../../chart/svg/attributes.ts';
import type { Cell, GraphEdge, GraphNode, GraphSpec } from '../../model/diagram/diagram.ts';
import type { ImageSteps } from '../../model/rendered.ts';
import { drawCell, type SetCell, setCell } from './cells.ts';
import type { Target } from './edges/attachments.ts';
import {
  cornersOf,
  drawEdge,
  drawEndLabels,
  drawLabel,
  labelPosition,
  maxLabelWidth,
} from './edges/edges.ts';
import { isCount } from './edges/ends.ts';
import { type Route, routeEdges } from './edges/routes.ts';
import {
  crossedTitles,
  drawFrame,
  drawTitle,
  framesOf,
  type PlacedGroup,
  roomsOfTitles,
  setTitles,
  withTitles,
} from './groups.ts';
import { type Arrangement, layOutIn } from './layout/forms.ts';
import { type Layout, runsVertically, type Sizes } from './layout/positions.ts';
import { shapesOfGraph } from './native/graph-shapes.ts';
import { movedShapes } from './native/pieces.ts';
import { drawPictured, frameOfPictured, maxPictureText, sizeOfPictured } from './picture.ts';
import { drawShape, maxTextWidth, type Size, sizeOf, textBox } from './shapes.ts';
import {
  atStep,
  type Box,
  boxAround,
  contains,
  type Drawing,
  group,
  grow,
  translated,
} from './svg.ts';
import type { Lines, Typesetter } from './typesetter.ts';

/** The factor of the space around texts in a dense graph. */
const denseRoom = 0.65;
/** The space around the label of an edge. */
const labelPadding = 6;
/** The length of cardinality symbols beyond the usual distance of ranks. */
const countLength = 12;

export interface PlacedNode extends Target {
  readonly node: GraphNode;
  readonly content: string;
}

/** How a graph is drawn. */
export interface GraphOptions extends Arrangement {
  /** By what the longest lines of its texts are multiplied; 1 without it. */
  readonly lineLength?: number;
  readonly steps?: ImageSteps | undefined;
}

/**
 * Draws a graph.
 *
 * @returns `undefined` if it cannot have the form
 */
export async function drawGraph(
  spec: GraphSpec,
  typesetter: Typesetter,
  { lineLength = 1, steps, ...arrangement }: GraphOptions,
): Promise<Drawing | undefined> {
  const isVertical = runsVertically(arrangement.direction);
  const cells = new Map(spec.nodes.map((node) => [node.id, setNode(node, typesetter, lineLength)]));
  const sizes = new Map(
    spec.nodes.map((node) => [
      node.id,
      sizeOfNode(node, cells.get(node.id), typesetter, isVertical, lineLength < 1),
    ]),
  );
  const labels = spec.edges.map(({ label, labelSpans: spans = [] }) =>
    label === undefined
      ? undefined
      : typesetter.set(label, maxLabelWidth * Math.max(lineLength, 0.6), { isSmall: true, spans }),
  );
  const titles = setTitles(spec.groups, typesetter);
  const rooms: Sizes = {
    nodes: sizes,
    frames: framesOfPictures(spec, cells, sizes, typesetter),
    heads: roomsOfTitles(titles, new Set()),
    labels: spec.edges.map((edge, i) => roomOfLabel(edge, labels[i], typesetter, isVertical)),
  };
  const place = async (heads: Sizes['heads']): Promise<PlacedGraph | undefined> => {
    const layout = await layOutIn(spec, { ...rooms, heads }, arrangement);
    return layout && placeGraph(spec, layout, cells, titles, typesetter);
  };
  let placed = await place(rooms.heads);
  const crossed = crossedTitles(placed?.groups ?? []);
  if (crossed.size > 0 && isVertical) placed = await place(roomsOfTitles(titles, crossed));
  if (!placed) return undefined;
  const { layout, nodes, groups, routes } = placed;
  const edges = spec.edges.map((edge, i) => atStep(drawEdge(edge, routes[i]), steps?.edges[i]));
  const texts = spec.edges.map((edge, i) => {
    const at = routes[i] && labelPosition(edge, layout.edges[i]);
    const within = at && groups.some(({ box }) => contains(box, at));
    const own = drawLabel(edge, labels[i], at, typesetter, within);
    return atStep(own + drawEndLabels(edge, routes[i], typesetter), steps?.edges[i]);
  });
  const bounds = grow(boundsOf(nodes, groups, routes, labels, layout, spec.edges), 3);
  const content = [
    ...groups.map((each) => atStep(drawFrame(each), steps?.groups[each.index])),
    group('edges', edges.join('')),
    ...groups.map((each) => atStep(drawTitle(each, typesetter), steps?.groups[each.index])),
    ...nodes.map((each, i) => atStep(drawNode(each), steps?.nodes[i])),
    texts.join(''),
  ].join('');
  const toOrigin = { x: -bounds.x, y: -bounds.y };
  const shapes = () =>
    movedShapes(shapesOfGraph(spec, placed, cells, labels, typesetter, steps), toOrigin);
  const isPlain = typesetter.figures.length === 0;
  return {
    content: translated(content, toOrigin),
    width: bounds.width,
    height: bounds.height,
    ...(layout.hasGlobalRanks && { hasGlobalRanks: true }),
    ...(isPlain && { shapes }),
  };
}

/** A graph with the places of its parts. */
export interface PlacedGraph {
  readonly layout: Layout;
  readonly nodes: readonly PlacedNode[];
  readonly groups: readonly PlacedGroup[];
  /** By the index of the edge. */
  readonly routes: readonly (Route | undefined)[];
}

function placeGraph(
  spec: GraphSpec,
  layout: Layout,
  cells: ReadonlyMap<string, SetCell>,
  titles: ReadonlyMap<string, Lines>,
  typesetter: Typesetter,
): PlacedGraph {
  const nodes = spec.nodes.map((node) => placeNode(node, cells.get(node.id), layout, typesetter));
  const frames = framesOf(spec.groups, layout);
  const targets = new Map<string, Target>([
    ...frames.map((placed) => [placed.group.id, placed] as const),
    ...nodes.map((placed) => [placed.node.id, placed] as const),
  ]);
  const routes = routeEdges(spec.edges, layout.edges, (id) => targets.get(id));
  return { layout, nodes, groups: withTitles(frames, titles, spec.edges, routes), routes };
}

/** The frames of nodes that show a picture. */
function framesOfPictures(
  { nodes }: GraphSpec,
  cells: ReadonlyMap<string, SetCell>,
  sizes: ReadonlyMap<string, Size>,
  typesetter: Typesetter,
): ReadonlyMap<string, Box> {
  return new Map(
    nodes.flatMap(({ id, picture }) => {
      const size = sizes.get(id);
      if (!picture || !size) return [];
      const text = cells.get(id) ?? { width: 0, height: 0 };
      return [[id, frameOfPictured(picture, text, { x: 0, y: 0, ...size }, typesetter)] as const];
    }),
  );
}

function setNode(
  { shape, content, picture }: GraphNode,
  typesetter: Typesetter,
  lineLength: number,
): SetCell {
  if (picture) return setCell(content, typesetter, maxPictureText);
  if (isList(content)) return setCell(content, typesetter, Math.max(14, 24 * lineLength));
  return setCell(content, typesetter, maxTextWidth(shape) * lineLength, lineLength < 1);
}

function sizeOfNode(
  { shape, content, picture }: GraphNode,
  set: SetCell | undefined,
  typesetter: Typesetter,
  isVertical: boolean,
  isDense: boolean,
): Size {
  const { width, height } = set ?? { width: 0, height: 0 };
  if (picture) return sizeOfPictured(picture, { width, height }, typesetter);
  if (isList(content)) return { width, height };
  return sizeOf(shape, { width, height }, isVertical, isDense ? denseRoom : 1);
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
  // A line below a member of a class says that it is static.
  if (hasName(node.content))
    return `<a${writeAttributes({ class: 'named', ...address })}>${drawn}</a>`;
  return `<a${writeAttributes(address)}>${drawn}</a>`;
}

/** Whether one of the texts in a list is its name. */
function hasName(content: Cell): boolean {
  return content.kind === 'text' ? content.tone === 'strong' : content.cells.some(hasName);
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
  const points = routes.flatMap((route) => (route ? cornersOf(route) : []));
  return boxAround([
    ...nodes.map(({ box }) => box),
    ...groups.map(({ box }) => box),
    ...points,
    ...texts,
  ]);
}
