import { type GraphvizResult, runGraphviz } from '../../../base/graphviz/graphviz.ts';
import { TimeLimitError } from '../../../base/time/time-limit.ts';
import type { Size } from '../shapes.ts';
import { type Box, boxAround, middle, type Point } from '../svg.ts';
import { findBackEdges } from './back-edges.ts';
import { loopsAt, placeLoop } from './loops.ts';
import { isInSourceOrder, mirror } from './mirror.ts';
import { isLabelNode, loopWidth, nameOf, writePart } from './part-text.ts';
import type { Part, PartEdge } from './parts.ts';
import {
  type EdgeLayout,
  type PartLayout,
  runsVertically,
  type Sizes,
  type Spacing,
} from './positions.ts';
import { sortIslands } from './source-order.ts';
import { readPoint, sampleSpline } from './spline.ts';
import { Ranks } from './waypoints.ts';

/** The reason why a graph cannot be laid out. */
export class LayoutError extends Error {}

/** In milliseconds. Graphs that fit on a slide need a hundredth of it. */
const timeLimit = 10_000;

/** What Graphviz says of a part. */
interface Arrangement {
  readonly objects?: readonly {
    readonly name: string;
    readonly pos?: string;
    readonly bb?: string;
  }[];
  readonly edges?: readonly { readonly e: string; readonly pos?: string; readonly lp?: string }[];
}

/**
 * Arranges a part with Graphviz, in source order where possible.
 *
 * @param inner the sizes of groups that are laid out by themselves
 * @throws LayoutError
 */
export async function arrange(
  part: Part,
  sizes: Sizes,
  inner: ReadonlyMap<string, Size>,
  spacing: Spacing,
): Promise<PartLayout> {
  const draw = async (headsAt: 'top' | 'bottom', isGlobal: boolean) => {
    const text = writePart(part, sizes, inner, spacing, { headsAt, isGlobal });
    return readPositions(await run(text), part, sizes, inner);
  };
  const local = await draw('top', false);
  // Groups that are ranked by themselves can turn edges between them around.
  const mayTurn = spacing.hasLocalRanks || part.groups.length === 0;
  const turned = mayTurn ? 0 : countTurned(local, part);
  const global = turned > 0 ? await draw('top', true) : undefined;
  const isGlobal = global !== undefined && countTurned(global, part) < turned;
  const layout = isGlobal ? global : local;
  const sorted = (each: PartLayout) => ({
    ...sortIslands(each, part, sizes),
    hasGlobalRanks: isGlobal,
  });
  if (isInSourceOrder(layout, part)) return sorted(layout);
  const isVertical = runsVertically(part.direction);
  // What has no labels of groups is the same with these at the bottom.
  const hasHeads = part.groups.some(({ id }) => sizes.heads.has(id));
  const isSame = isVertical || !hasHeads;
  return sorted(mirror(isSame ? layout : await draw('bottom', isGlobal), isVertical));
}

/** How many edges that lead on do not run in the direction of the ranks. */
function countTurned({ nodes }: PartLayout, part: Part): number {
  const back = findBackEdges(part);
  const isVertical = runsVertically(part.direction);
  const sign = part.direction === 'TB' || part.direction === 'LR' ? 1 : -1;
  const along = (id: string): number => {
    const { x, y } = middle(nodes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 });
    return sign * (isVertical ? y : x);
  };
  return part.edges.filter(
    ({ index, from, to }) => from !== to && !back.has(index) && along(to) < along(from) + 1,
  ).length;
}

function readPositions(
  { objects = [], edges = [] }: Arrangement,
  part: Part,
  sizes: Sizes,
  inner: ReadonlyMap<string, Size>,
): PartLayout {
  const places = new Map(objects.map((object) => [object.name, object]));
  const boxes = part.boxes.map(({ id }, i): readonly [string, Box] => {
    const { width = 1, height = 1 } = sizes.nodes.get(id) ?? inner.get(id) ?? {};
    const center = readPoint(places.get(nameOf.box(i))?.pos ?? '0,0');
    return [id, boxAt(center, { width, height })];
  });
  const groups = part.groups.flatMap(({ id }, i): readonly (readonly [string, Box])[] => {
    const bounds = places.get(nameOf.group(i))?.bb;
    return bounds === undefined ? [] : [[id, readBox(bounds)]];
  });
  const nodes = new Map(boxes);
  const isVertical = runsVertically(part.direction);
  const texts = part.edges.flatMap((each): readonly Box[] => {
    const size = isLabelNode(each, sizes) ? sizes.labels[each.index] : undefined;
    const center = size && labelAt(each, sizes, places, undefined);
    return size && center ? [boxAt(center, size)] : [];
  });
  const ranks = new Ranks([...nodes.values()], texts, isVertical);
  const layouts = part.edges.map((each): readonly [number, EdgeLayout] => {
    const loops = each.from === each.to ? loopsAt(part, each.from) : [];
    // Several lines from a box to itself are one for Graphviz.
    const { index } = loops[0] ?? each;
    const lines = edges.filter(({ e }) => Number(e) === index);
    const label = labelAt(each, sizes, places, lines[0]?.lp);
    const [start, end] = [nodes.get(each.from), nodes.get(each.to)];
    if (!start || !end) return [each.index, { isVertical, points: [] }];
    const samples = lines.map(({ pos = '' }) => sampleSpline(pos));
    const own = { isVertical, ...(label && { label }) };
    if (each.from === each.to) {
      const isRight = isAfter(samples.flat(), start, isVertical);
      return [
        each.index,
        {
          ...own,
          points: [],
          isAfter: isRight,
          ...(label && loops.length > 1 && placeLoop(each, label, isRight, sizes, part)),
        },
      ];
    }
    const points = ranks.waypoints({ samples, label, start, end });
    return [each.index, { ...own, points }];
  });
  const ofGroups = loopsOfGroups(part, new Map(groups), sizes, isVertical);
  return { nodes, groups: new Map(groups), edges: new Map([...layouts, ...ofGroups]) };
}

async function run(text: string): Promise<Arrangement> {
  let result: GraphvizResult;
  try {
    result = await runGraphviz(text, ['json0'], { engine: 'dot', yInvert: true }, timeLimit);
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    throw new LayoutError(`it takes longer than ${timeLimit / 1000} seconds`);
  }
  const { output, errors } = result;
  if (!output) throw new LayoutError(errors.map(({ message }) => message).join('; '));
  return JSON.parse(output.json0 ?? '{}') as Arrangement;
}

function readBox(text: string): Box {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = text.split(',').map(Number);
  const [x, y] = [Math.min(x0, x1), Math.min(y0, y1)];
  return { x, y, width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
}

function labelAt(
  edge: PartEdge,
  sizes: Sizes,
  places: ReadonlyMap<string, { readonly pos?: string }>,
  ofLoop: string | undefined,
): Point | undefined {
  const text = isLabelNode(edge, sizes) ? places.get(nameOf.label(edge.index))?.pos : ofLoop;
  return text === undefined ? undefined : readPoint(text);
}

/** Whether the line from a box to itself is to the right of the box, or below it. */
function isAfter(samples: readonly Point[], box: Box, isVertical: boolean): boolean {
  const { x, y } = middle(boxAround(samples));
  const center = middle(box);
  return isVertical ? x >= center.x : y >= center.y;
}

/** Groups are no boxes for Graphviz, which keeps space at their sides. */
function loopsOfGroups(
  { loops }: Part,
  boxes: ReadonlyMap<string, Box>,
  { labels }: Sizes,
  isVertical: boolean,
): readonly (readonly [number, EdgeLayout])[] {
  return loops.map(({ index, group }) => {
    const { x, y, width, height } = boxes.get(group) ?? { x: 0, y: 0, width: 0, height: 0 };
    const size = labels[index] ?? { width: 0, height: 0 };
    const label = isVertical
      ? { x: x + width + loopWidth + size.width / 2, y: y + height / 2 }
      : { x: x + width / 2, y: y + height + loopWidth + size.height / 2 };
    return [index, { isVertical, points: [], label, isAfter: true }];
  });
}

function boxAt({ x, y }: Point, { width, height }: Size): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
