import { GraphvizError, layOutDot } from '../../../base/graphviz/lay-out.ts';
import type {
  GraphvizEdge,
  GraphvizGraph,
  GraphvizObject,
  Operation,
} from '../../../base/graphviz/output.ts';
import { Stopwatch } from '../../../base/time/stopwatch.ts';
import {
  type DotEdge,
  type DotGraph,
  type DotLabels,
  type DotSpec,
  textsOf,
} from '../../../model/diagram/dot.ts';
import type { ImageSteps } from '../../../model/rendered.ts';
import { LayoutError } from '../layout/arrange.ts';
import { atStep, boxAround, type Drawing, group, grow, round, tag, translated } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import { Brush, cssOf } from './brush.ts';
import { Canvas } from './canvas.ts';
import { Palette } from './palette.ts';
import { type DotSource, type ShownLines, subgraphName, writeDot } from './source.ts';
import { StepReader } from './step-reader.ts';
import { TextWriter, widthOf } from './texts.ts';
import { moveTitle } from './titles.ts';

/** How graphs are laid out. */
export interface DotOptions {
  /** The factor of the distances that the author did not set. */
  readonly roomy: number;
  /** The direction, if the author set none. */
  readonly rankdir?: 'LR';
  /** When the parts of all graphs, one after the other, appear. */
  readonly steps?: ImageSteps;
}

/** Of processor time, in milliseconds; reading the graphs took less. */
const timeLimit = 8000;
const graphGap = 40;
const backgroundPadding = 14;

/** Whether the author has set the direction of no graph, and all have one. */
export function isTurnableDot({ graphs }: DotSpec): boolean {
  return graphs.every(
    ({ attributes }) => !attributes['rankdir'] && /^(?:dot)?$/.test(attributes['layout'] ?? ''),
  );
}

/** Draws the graphs of a text in DOT, next to each other or below each other. */
export async function drawDot(
  spec: DotSpec,
  typesetter: Typesetter,
  options: DotOptions,
): Promise<Drawing> {
  const drawings: Drawing[] = [];
  const stopwatch = new Stopwatch();
  const stepsOf = new StepReader(options.steps);
  for (const graph of spec.graphs) {
    const limit = timeLimit - stopwatch.elapsed;
    drawings.push(await drawGraph(graph, typesetter, options, stepsOf.next(graph), limit));
  }
  const [first] = drawings;
  if (drawings.length === 1 && first) return first;
  const widths = drawings.map(({ width }) => width);
  const heights = drawings.map(({ height }) => height);
  const isRow = sum(widths) < 2.2 * Math.max(...heights);
  let at = 0;
  const placed = drawings.map(({ content, width, height }) => {
    const start = round(at);
    at += (isRow ? width : height) + graphGap;
    return `<g transform="translate(${isRow ? `${start} 0` : `0 ${start}`})">${content}</g>`;
  });
  const along = at - graphGap;
  return {
    content: placed.join(''),
    width: isRow ? along : Math.max(...widths),
    height: isRow ? Math.max(...heights) : along,
    textSize: Math.min(...drawings.map(({ textSize = Number.POSITIVE_INFINITY }) => textSize)),
  };
}

async function drawGraph(
  graph: DotGraph,
  typesetter: Typesetter,
  options: DotOptions,
  steps: ImageSteps,
  limit: number,
): Promise<Drawing> {
  const palette = new Palette();
  const baseSize = usualSize(graph);
  const source = writeDot(graph, {
    ...options,
    baseSize,
    palette,
    width: (text, line) => widthOf(line, text, typesetter),
    wrap: ({ text, styles }, maxWidth) => {
      const tone = styles.includes('bold') ? 'strong' : 'plain';
      return typesetter.set(text, maxWidth, { tone }).lines;
    },
  });
  const output = await layOut(source.text, limit);
  const canvas = new Canvas(typesetter.size / baseSize, palette);
  const writer = new TextWriter(canvas, typesetter, palette);
  const content = drawParts(output, source, graph, canvas, writer, steps);
  const box = grow(boxAround(canvas.bounds), graph.attributes['bgcolor'] ? backgroundPadding : 3);
  const moved = translated(content, { x: -box.x, y: -box.y });
  const filled = drawBackground(output, graph, palette, box.width, box.height, moved);
  const drawing = {
    content: filled,
    width: box.width,
    height: box.height,
    textSize: writer.smallest,
  };
  return isRotated(graph) ? rotate(drawing) : drawing;
}

async function layOut(text: string, limit: number): Promise<GraphvizGraph> {
  try {
    const { drawn } = await layOutDot(text, limit);
    if (drawn) return drawn;
  } catch (error) {
    if (!(error instanceof GraphvizError)) throw error;
    throw new LayoutError(error.message);
  }
  throw new LayoutError('Graphviz cannot lay it out in the fonts of the theme');
}

/** Groups, then edges, then nodes, so that lines are below boxes; texts are above all lines. */
function drawParts(
  output: GraphvizGraph,
  source: DotSource,
  graph: DotGraph,
  canvas: Canvas,
  writer: TextWriter,
  steps: ImageSteps,
): string {
  const count = graph.subgraphs.length;
  const objects = output.objects ?? [];
  const named = new Map(objects.slice(0, count).map((each) => [each.name, each]));
  const subgraphs = graph.subgraphs.map((each, i) => named.get(subgraphName(each, i)));
  const nodes = objects.slice(count);
  const edges = edgesInOrder(output, graph, nodes);
  const frames = subgraphs.map((each, i) => {
    const shapes = canvas.shapes(each?._draw_, 'group') + canvas.shapes(each?._ldraw_, 'table');
    const frame = each && graph.subgraphs[i]?.isCluster ? group('group', shapes) : '';
    return atStep(frame, steps.groups[i]);
  });
  const lines = edges.map((each, i) => atStep(drawEdge(each, canvas), steps.edges[i]));
  // An edge that ends in a node, at a port, is above it.
  const endsInside = (index: number) => hasPort(graph.edges[index]);
  const below = lines.filter((_, i) => !endsInside(i)).join('');
  const above = lines.filter((_, i) => endsInside(i)).join('');
  const drawn = edges.flatMap((each) => each ?? []);
  const frameTexts = subgraphs.map((each, i) => {
    const texts = allLines(source.subgraphs[i]);
    const title = each && moveTitle(each, writer.widest(texts), drawn);
    return atStep(writer.write(title, texts, 'group'), steps.groups[i]);
  });
  const boxes = nodes.map((each, i) => {
    const shapes = canvas.shapes(each._draw_, 'node') + canvas.shapes(each._ldraw_, 'table');
    const text = writer.write(each._ldraw_, allLines(source.nodes[i]));
    return shapes + text === '' ? '' : atStep(group('node', shapes + text), steps.nodes[i]);
  });
  const labels = edges.map((each, i) =>
    atStep(drawEdgeLabels(each, source.edges[i], canvas, writer), steps.edges[i]),
  );
  return [
    ...frames,
    below === '' ? '' : group('edges', below),
    ...frameTexts,
    ...boxes,
    above === '' ? '' : group('edges', above),
    ...labels,
    writer.write(output._ldraw_, allLines(source.graph), 'group'),
  ].join('');
}

/** The drawn edges in the order of the source. */
function edgesInOrder(
  output: GraphvizGraph,
  graph: DotGraph,
  nodes: readonly GraphvizObject[],
): readonly (GraphvizEdge | undefined)[] {
  const ids = nodes.map(({ _gvid }) => _gvid);
  const keyOf = (tail: number | undefined, head: number | undefined) => `${tail} ${head}`;
  const waiting = new Map<string, GraphvizEdge[]>();
  for (const edge of [...(output.edges ?? [])].sort((a, b) => a._gvid - b._gvid)) {
    const key = keyOf(edge.tail, edge.head);
    waiting.set(key, [...(waiting.get(key) ?? []), edge]);
  }
  return graph.edges.map(({ from, to }) => waiting.get(keyOf(ids[from], ids[to]))?.shift());
}

function hasPort(edge: DotEdge | undefined): boolean {
  const { headport, tailport, headclip, tailclip } = edge?.attributes ?? {};
  const isClipped = ![headclip, tailclip].some((clip) => /^(?:false|no|0)$/i.test(clip ?? ''));
  return Boolean(headport || tailport) || !isClipped;
}

function drawEdge(edge: GraphvizEdge | undefined, canvas: Canvas): string {
  if (!edge) return '';
  const lines = [edge._draw_, edge._tdraw_, edge._hdraw_]
    .map((operations) => canvas.shapes(operations, 'edge'))
    .join('');
  const below = canvas.colorBelow(edge._draw_);
  if (below === undefined || lines === '') return lines;
  // On a color of the author's, the color of the theme may not be seen.
  const stroke = `oklch(from ${below} clamp(0.3, (0.66 - l) * 1000, 0.92) 0 none)`;
  return group('edge', lines, { stroke });
}

function drawEdgeLabels(
  edge: GraphvizEdge | undefined,
  lines: ShownLines | undefined,
  canvas: Canvas,
  writer: TextWriter,
): string {
  if (!edge) return '';
  const { label = [], xlabel = [], headlabel, taillabel } = lines ?? {};
  const write = (operations: readonly Operation[] | undefined, texts: typeof headlabel) => {
    const shapes = canvas.shapes(operations, 'table');
    const table = shapes === '' ? '' : group('node', shapes);
    return table + writer.write(operations, texts, 'edge');
  };
  return [
    write(edge._ldraw_, [...label, ...xlabel]),
    write(edge._tldraw_, taillabel),
    write(edge._hldraw_, headlabel),
  ].join('');
}

function allLines({ label = [], xlabel = [] }: ShownLines = {}) {
  return [...label, ...xlabel];
}

/** The font size of most texts in nodes, in points. */
function usualSize({ nodes, edges, subgraphs }: DotGraph): number {
  return mostOf(nodes) ?? mostOf([...edges, ...subgraphs]) ?? 14;
}

function mostOf(items: readonly { readonly labels: DotLabels }[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { labels } of items) {
    for (const { size } of textsOf(labels.label)) counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, many], [b, few]) => few - many || b - a);
  return most?.[0];
}

/** On a background of the author's, all colors of the theme adapt to it. */
function drawBackground(
  output: GraphvizGraph,
  { attributes }: DotGraph,
  palette: Palette,
  width: number,
  height: number,
  content: string,
): string {
  const color = attributes['bgcolor'] ?? '';
  const brush = new Brush(palette);
  for (const operation of output._draw_ ?? []) if (operation.op === 'C') brush.use(operation);
  const css = color === '' ? undefined : cssOf(brush.fill);
  if (css === undefined || css === 'transparent') return content;
  const rect = tag('rect', { class: 'paper', width, height });
  return `<g class="canvas" style="--canvas:${css}">${rect}${content}</g>`;
}

function isRotated({ attributes }: DotGraph): boolean {
  const { rotate = '', landscape = '', orientation = '' } = attributes;
  return rotate === '90' || /^(?:true|yes|1)$/i.test(landscape) || /^l/i.test(orientation);
}

/** By 90 degrees, counterclockwise. */
function rotate({ content, width, height, ...others }: Drawing): Drawing {
  const turned = `<g transform="translate(0 ${round(width)})rotate(-90)">${content}</g>`;
  return { content: turned, width: height, height: width, ...others };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
