import type { GraphEdge } from '../../../model/diagram/diagram.ts';
import type { EdgeLayout } from '../layout/positions.ts';
import { type Box, contains, middle, type Point } from '../svg.ts';
import { type Attachment, AttachmentAxes, type Placed, type Target } from './attachments.ts';
import { loopAt, routeAlong, routeByRail } from './straight-routes.ts';

/** The route of an edge from border to border. */
export interface Route {
  /** The points of its curve. */
  readonly points: readonly Point[];
  /** The corners of its straight parts before and after the curve. */
  readonly before?: readonly Point[];
  readonly after?: readonly Point[];
  /** Unit vectors into the boxes at its start and end. */
  readonly startDirection: Point;
  readonly endDirection: Point;
  /** Whether it runs from top to bottom, or back. */
  readonly isVertical: boolean;
}

/** An edge, before its ends are placed. */
interface Way {
  readonly index: number;
  readonly edge: GraphEdge;
  readonly from: Target;
  readonly to: Target;
  /** The points between its ends. */
  readonly points: readonly Point[];
  readonly layout: EdgeLayout;
  readonly axes: AttachmentAxes;
}

const [vertical, horizontal] = [new AttachmentAxes(true), new AttachmentAxes(false)];

/** Finds the ends of all edges; several edges at one side of a box are spread out. */
export function routeEdges(
  edges: readonly GraphEdge[],
  layouts: readonly EdgeLayout[],
  targetOf: (id: string) => Target | undefined,
): readonly (Route | undefined)[] {
  const ways = edges.map((edge, index): Way | undefined => {
    const [from, to, layout] = [targetOf(edge.from), targetOf(edge.to), layouts[index]];
    return from && to && layout && wayOf(index, edge, from, to, layout);
  });
  const attachments = ways.flatMap((way) => (way ? attachmentsOf(way) : []));
  const places = new Map([
    ...vertical.spread(attachments.filter(({ isVertical }) => isVertical)),
    ...horizontal.spread(attachments.filter(({ isVertical }) => !isVertical)),
  ]);
  return ways.map(
    (way, i) => way && routeOf(way, places.get(`${i} start`), places.get(`${i} end`)),
  );
}

function wayOf(index: number, edge: GraphEdge, from: Target, to: Target, layout: EdgeLayout): Way {
  // A group is left and reached at its frame.
  const points = layout.points.filter(
    (point) => !contains(from.box, point) && !contains(to.box, point),
  );
  // A line around the outside of a group, back to it, leaves and arrives across the ranks.
  const isAcross =
    points.length > 0
      ? isWithin(to, from) || isWithin(from, to)
      : !layout.label && isBeside(from.box, to.box, layout.isVertical);
  const axes = layout.isVertical === isAcross ? horizontal : vertical;
  return { index, edge, from, to, points, layout, axes };
}

/** Whether a node or group is in a group. */
function isWithin(inner: Target, { box }: Target): boolean {
  return contains(box, middle(inner.box));
}

/** Whether two boxes are next to each other in a rank, so that no line along the ranks leads from one to the other. */
function isBeside(one: Box, other: Box, isVertical: boolean): boolean {
  const isApart = (a: number, b: number, c: number, d: number) => b < c || d < a;
  const below = isApart(one.y, one.y + one.height, other.y, other.y + other.height);
  const right = isApart(one.x, one.x + one.width, other.x, other.x + other.width);
  return isVertical ? !below && right : !right && below;
}

/** The ends of an edge that are to be placed. */
function attachmentsOf({
  index,
  edge,
  from,
  to,
  points,
  layout,
  axes,
}: Way): readonly Attachment[] {
  if (edge.from === edge.to || layout.path) return [];
  if (layout.rail) {
    const { end, path } = layout.rail;
    const begin = end === 'to' ? path[0] : path.at(-1);
    const next = (end === 'to' ? points[0] : points.at(-1)) ?? begin;
    if (!begin || !next) return [];
    const [role, target] = end === 'to' ? (['start', from] as const) : (['end', to] as const);
    return [{ ...axes.attachment(index, role, target, edge, next), rail: `${begin.x} ${begin.y}` }];
  }
  // Two groups are connected straight, if they face each other.
  const shared = from.isWide && to.isWide ? axes.sharedMiddle(from.box, to.box) : undefined;
  const [toward, back] = [
    points[0] ?? shared ?? middle(to.box),
    points.at(-1) ?? shared ?? middle(from.box),
  ];
  const start = axes.attachment(index, 'start', from, edge, toward);
  const end = axes.attachment(index, 'end', to, edge, back);
  if (points.length > 0) return [start, end];
  // Between a group and what is in it, a line runs inside, to the near border: others in the group are beyond.
  if (isWithin(to, from)) {
    const side = axes.nearSide(from.box, to.box, end.side);
    return [
      { ...start, side, isInside: true },
      { ...end, side },
    ];
  }
  if (isWithin(from, to)) {
    const side = axes.nearSide(to.box, from.box, start.side);
    return [
      { ...start, side },
      { ...end, side, isInside: true },
    ];
  }
  return [start, end];
}

function routeOf(
  { edge, from, points, layout, axes: { isVertical } }: Way,
  start: Placed | undefined,
  end: Placed | undefined,
): Route | undefined {
  const { path, rail } = layout;
  if (edge.from === edge.to) return loopAt(from.box, layout);
  if (path) return routeAlong(path, isVertical);
  if (rail) return routeByRail(rail, points, start ?? end, isVertical);
  if (!start || !end) return undefined;
  return {
    points: [start.point, ...points, end.point],
    startDirection: start.direction,
    endDirection: end.direction,
    isVertical,
  };
}
