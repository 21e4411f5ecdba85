import type { EdgeEnd, GraphEdge, NodeShape } from '../../../model/diagram/diagram.ts';
import type { EdgeLayout } from '../layout/positions.ts';
import { outlineOf } from '../outlines.ts';
import { moveApart, type Range } from '../places.ts';
import { type Box, middle, type Point } from '../svg.ts';
import { isCount } from './ends.ts';
import { loopAt, routeAlong, routeByRail } from './straight-routes.ts';

/** A node or group at which edges end. */
export interface Target {
  readonly box: Box;
  readonly shape: NodeShape;
  readonly ports: ReadonlyMap<string, Box>;
  /** Edges end where they arrive, not near its center. */
  readonly isWide: boolean;
}

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

/** An end of an edge at one side of a box. */
interface Attachment {
  readonly edge: number;
  readonly role: 'start' | 'end';
  readonly target: Target;
  readonly port: string | undefined;
  /** The side: -1 towards the first rank, 1 towards the last. */
  readonly side: number;
  /** The coordinate that the edge comes from, across the direction of ranks. */
  readonly across: number;
  readonly end: EdgeEnd;
  readonly isVertical: boolean;
  /** Edges with the same rail have the same place. */
  readonly rail?: string;
  /** The edge is inside of the target. */
  readonly isInside?: true;
}

/** How far from the corners of a group a line ends, if there is space. */
const cornerDistance = 14;

/** Finds the ends of all edges; several edges at one side of a box are spread out. */
export function routeEdges(
  edges: readonly GraphEdge[],
  layouts: readonly EdgeLayout[],
  targetOf: (id: string) => Target | undefined,
): readonly (Route | undefined)[] {
  const [vertical, horizontal] = [new Axes(true), new Axes(false)];
  const ways = edges.map((edge, i) => {
    const [from, to] = [targetOf(edge.from), targetOf(edge.to)];
    const layout = layouts[i];
    if (!from || !to || !layout) return undefined;
    // A group is left and reached at its frame.
    const points = layout.points.filter(
      (point) => !contains(from.box, point) && !contains(to.box, point),
    );
    // A line around the outside of a group, back to it, leaves and arrives across the ranks.
    const isAround =
      points.length > 0 &&
      (contains(from.box, middle(to.box)) || contains(to.box, middle(from.box)));
    if (isAround)
      return { edge, from, to, points, layout, axes: layout.isVertical ? horizontal : vertical };
    const isVertical =
      points.length > 0 || layout.label || !isBeside(from.box, to.box, layout.isVertical)
        ? layout.isVertical
        : !layout.isVertical;
    return { edge, from, to, points, layout, axes: isVertical ? vertical : horizontal };
  });
  const attachments = ways.flatMap((way, i): readonly Attachment[] => {
    if (!way || way.edge.from === way.edge.to || way.layout.path) return [];
    const { edge, from, to, points, axes, layout } = way;
    if (layout.rail) {
      const { end, path } = layout.rail;
      const begin = end === 'to' ? path[0] : path.at(-1);
      const next = (end === 'to' ? points[0] : points.at(-1)) ?? begin;
      if (!begin || !next) return [];
      const [role, target] = end === 'to' ? (['start', from] as const) : (['end', to] as const);
      return [{ ...axes.attachment(i, role, target, edge, next), rail: `${begin.x} ${begin.y}` }];
    }
    // Two groups are connected straight, if they face each other.
    const shared = from.isWide && to.isWide ? axes.sharedMiddle(from.box, to.box) : undefined;
    const [toward, back] = [
      points[0] ?? shared ?? middle(to.box),
      points.at(-1) ?? shared ?? middle(from.box),
    ];
    const start = axes.attachment(i, 'start', from, edge, toward);
    const end = axes.attachment(i, 'end', to, edge, back);
    // Between a group and what is in it, a line runs inside, to the near border: others in the group are beyond.
    if (points.length === 0 && contains(from.box, middle(to.box))) {
      const side = axes.nearSide(from.box, to.box, end.side);
      return [
        { ...start, side, isInside: true },
        { ...end, side },
      ];
    }
    if (points.length === 0 && contains(to.box, middle(from.box))) {
      const side = axes.nearSide(to.box, from.box, start.side);
      return [
        { ...start, side },
        { ...end, side, isInside: true },
      ];
    }
    return [start, end];
  });
  const places = new Map([
    ...vertical.spread(attachments.filter(({ isVertical }) => isVertical)),
    ...horizontal.spread(attachments.filter(({ isVertical }) => !isVertical)),
  ]);
  return ways.map((way, i) => {
    if (!way) return undefined;
    const { path, rail } = way.layout;
    if (way.edge.from === way.edge.to) return loopAt(way.from.box, way.layout);
    if (path) return routeAlong(path, way.axes.isVertical);
    const [start, end] = [places.get(`${i} start`), places.get(`${i} end`)];
    if (rail) return routeByRail(rail, way.points, start ?? end, way.axes.isVertical);
    if (!start || !end) return undefined;
    return {
      points: [start.point, ...way.points, end.point],
      startDirection: start.direction,
      endDirection: end.direction,
      isVertical: way.axes.isVertical,
    };
  });
}

/** The places of attachments among each other, from 0: those of one rail have the same. */
function inOrder(attachments: readonly Attachment[]): readonly number[] {
  const known = new Map<string, number>();
  return attachments.map(({ edge, rail = `edge ${edge}` }) => {
    const place = known.get(rail) ?? known.size;
    known.set(rail, place);
    return place;
  });
}

/** Whether two boxes stand beside each other in a rank, so that no line along the ranks leads from one to the other. */
function isBeside(one: Box, other: Box, isVertical: boolean): boolean {
  const isApart = (a: number, b: number, c: number, d: number) => b < c || d < a;
  const below = isApart(one.y, one.y + one.height, other.y, other.y + other.height);
  const right = isApart(one.x, one.x + one.width, other.x, other.x + other.width);
  return isVertical ? !below && right : !right && below;
}

/** An end of an edge, and the unit vector into its box there. */
export interface Placed {
  readonly point: Point;
  readonly direction: Point;
}

/** Coordinates along the direction of ranks and across it. */
class Axes {
  readonly isVertical: boolean;

  constructor(isVertical: boolean) {
    this.isVertical = isVertical;
  }

  /** The middle of the range across the ranks that two boxes share. */
  sharedMiddle(one: Box, other: Box): Point | undefined {
    const [low, high] = this.isVertical
      ? [Math.max(one.x, other.x), Math.min(one.x + one.width, other.x + other.width)]
      : [Math.max(one.y, other.y), Math.min(one.y + one.height, other.y + other.height)];
    const along = (this.#along(middle(one)) + this.#along(middle(other))) / 2;
    return low < high ? this.#point(along, (low + high) / 2) : undefined;
  }

  /** The side of a group to which a box in it is nearer. @param equal the side if it is in the middle */
  nearSide(group: Box, inner: Box, equal: number): number {
    const difference = this.#along(middle(inner)) - this.#along(middle(group));
    return Math.abs(difference) < 1 ? equal : Math.sign(difference);
  }

  attachment(
    edge: number,
    role: 'start' | 'end',
    target: Target,
    spec: GraphEdge,
    toward: Point,
  ): Attachment {
    const side = this.#along(toward) < this.#along(middle(target.box)) ? -1 : 1;
    const [port, end] = role === 'start' ? [spec.fromPort, spec.start] : [spec.toPort, spec.end];
    const across = this.#across(toward);
    return { edge, role, target, port, side, across, end, isVertical: this.isVertical };
  }

  spread(attachments: readonly Attachment[]): ReadonlyMap<string, Placed> {
    const sides = new Map<Target, Map<string, Attachment[]>>();
    for (const attachment of attachments) {
      const bySide = sides.get(attachment.target) ?? new Map<string, Attachment[]>();
      sides.set(attachment.target, bySide);
      const key = `${attachment.side} ${attachment.port ?? ''}`;
      bySide.set(key, [...(bySide.get(key) ?? []), attachment]);
    }
    const placed = new Map<string, Placed>();
    for (const bySide of sides.values()) {
      for (const group of bySide.values()) {
        const sorted = group.toSorted((a, b) => a.across - b.across);
        const order = inOrder(sorted);
        const count = new Set(order).size;
        const wanted = sorted.map((each, i) => this.#placeOf(each, order[i] ?? i, count));
        const target = sorted[0]?.target;
        const places =
          target?.isWide && count === sorted.length
            ? moveApart(wanted, this.#rangeOf(target, count))
            : wanted;
        for (const [i, attachment] of sorted.entries()) {
          placed.set(
            `${attachment.edge} ${attachment.role}`,
            this.#attach(attachment, places[i] ?? attachment.across),
          );
        }
      }
    }
    return placed;
  }

  /** The coordinate of an attachment across the direction of ranks. */
  #placeOf({ target, port, across, end }: Attachment, index: number, count: number): number {
    const { box, shape, ports, isWide } = target;
    const anchor = ports.get(port ?? '') ?? box;
    const center = this.#across(middle(anchor));
    const room = (this.isVertical ? anchor.width : anchor.height) * roomAt(shape);
    const step = Math.min(distanceBetween(end), room / Math.max(1, count - 1));
    if (!isWide) return center + (index - (count - 1) / 2) * step;
    const { low, high } = this.#rangeOf(target, count);
    return Math.min(Math.max(across, low), high);
  }

  /** Where edges may end at a side of a wide target: a few of them are not at the corners of a group. */
  #rangeOf({ box, shape }: Target, count: number): Range {
    const center = this.#across(middle(box));
    const size = this.isVertical ? box.width : box.height;
    const most = size * 0.45;
    const isFree = shape === 'bar' || count > 2;
    const half = isFree ? most : Math.max(size * 0.15, most - cornerDistance);
    return { low: center - half, high: center + half };
  }

  #attach({ target: { box, shape }, side, isInside }: Attachment, at: number): Placed {
    const into = isInside ? side : -side;
    const direction = this.isVertical ? { x: 0, y: into } : { x: into, y: 0 };
    return { point: this.#onBorder(outlineOf(shape, box), at, side), direction };
  }

  /** The point of an outline at coordinate `at` across the direction of ranks. */
  #onBorder(outline: readonly Point[], at: number, side: number): Point {
    let best = Number.NaN;
    for (const [i, a] of outline.entries()) {
      const b = outline[(i + 1) % outline.length] ?? a;
      const [u0, u1] = [this.#across(a), this.#across(b)];
      if (at < Math.min(u0, u1) - 0.01 || at > Math.max(u0, u1) + 0.01) continue;
      const share = u1 === u0 ? 0.5 : (at - u0) / (u1 - u0);
      const along = this.#along(a) + (this.#along(b) - this.#along(a)) * share;
      if (Number.isNaN(best) || along * side > best * side) best = along;
    }
    return this.#point(best, at);
  }

  #point(along: number, across: number): Point {
    return this.isVertical ? { x: across, y: along } : { x: along, y: across };
  }

  #along({ x, y }: Point): number {
    return this.isVertical ? y : x;
  }

  #across({ x, y }: Point): number {
    return this.isVertical ? x : y;
  }
}

/** The distance of edges at one side: inheritance edges share an arrowhead; cardinalities need space. */
function distanceBetween(end: EdgeEnd): number {
  if (end === 'triangle') return 0;
  return isCount(end) ? 40 : 26;
}

/** The share of a side on which edges may end. */
function roomAt(shape: NodeShape): number {
  if (shape === 'diamond' || shape === 'circle' || shape === 'double-circle') return 0.3;
  if (shape === 'ellipse' || shape === 'hexagon' || shape === 'stadium') return 0.45;
  return 0.6;
}

export function contains(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
