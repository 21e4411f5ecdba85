import type { EdgeEnd, GraphEdge, NodeShape } from '../../../model/diagram/diagram.ts';
import { RankAxes } from '../layout/axes.ts';
import { outlineOf } from '../outlines.ts';
import { moveApart, type Range } from '../places.ts';
import { type Box, middle, type Point } from '../svg.ts';
import { isCount } from './ends.ts';

/** A node or group at which edges end. */
export interface Target {
  readonly box: Box;
  readonly shape: NodeShape;
  readonly ports: ReadonlyMap<string, Box>;
  /** Edges end where they arrive, not near its center. */
  readonly isWide: boolean;
}

/** An end of an edge at one side of a box. */
export interface Attachment {
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

/** An end of an edge, and the unit vector into its box there. */
export interface Placed {
  readonly point: Point;
  readonly direction: Point;
}

/** How far from the corners of a group a line ends, if there is space. */
const cornerDistance = 14;

/** Finds the places of attachments to boxes in ranks. */
export class AttachmentAxes extends RankAxes {
  /** The middle of the range across the ranks that two boxes share. */
  sharedMiddle(one: Box, other: Box): Point | undefined {
    const [low, high] = this.isVertical
      ? [Math.max(one.x, other.x), Math.min(one.x + one.width, other.x + other.width)]
      : [Math.max(one.y, other.y), Math.min(one.y + one.height, other.y + other.height)];
    const along = (this.alongOf(middle(one)) + this.alongOf(middle(other))) / 2;
    return low < high ? this.point(along, (low + high) / 2) : undefined;
  }

  /** The side of a group to which a box in it is nearer. @param equal the side if it is in the middle */
  nearSide(group: Box, inner: Box, equal: number): number {
    const difference = this.alongOf(middle(inner)) - this.alongOf(middle(group));
    return Math.abs(difference) < 1 ? equal : Math.sign(difference);
  }

  attachment(
    edge: number,
    role: 'start' | 'end',
    target: Target,
    spec: GraphEdge,
    toward: Point,
  ): Attachment {
    const side = this.alongOf(toward) < this.alongOf(middle(target.box)) ? -1 : 1;
    const [port, end] = role === 'start' ? [spec.fromPort, spec.start] : [spec.toPort, spec.end];
    const across = this.acrossOf(toward);
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
    const center = this.acrossOf(middle(anchor));
    const room = this.across(anchor) * roomAt(shape);
    const step = Math.min(distanceBetween(end), room / Math.max(1, count - 1));
    if (!isWide) return center + (index - (count - 1) / 2) * step;
    const { low, high } = this.#rangeOf(target, count);
    return Math.min(Math.max(across, low), high);
  }

  /** Where edges may end at a side of a wide target: a few of them are not at the corners of a group. */
  #rangeOf({ box, shape }: Target, count: number): Range {
    const center = this.acrossOf(middle(box));
    const size = this.across(box);
    const most = size * 0.45;
    const isFree = shape === 'bar' || count > 2;
    const half = isFree ? most : Math.max(size * 0.15, most - cornerDistance);
    return { low: center - half, high: center + half };
  }

  #attach({ target: { box, shape }, side, isInside }: Attachment, at: number): Placed {
    const into = isInside ? side : -side;
    const point = this.#onBorder(outlineOf(shape, box), at, side);
    return { point, direction: this.point(into, 0) };
  }

  /** The point of an outline at coordinate `at` across the direction of ranks. */
  #onBorder(outline: readonly Point[], at: number, side: number): Point {
    let best = Number.NaN;
    for (const [i, a] of outline.entries()) {
      const b = outline[(i + 1) % outline.length] ?? a;
      const [u0, u1] = [this.acrossOf(a), this.acrossOf(b)];
      if (at < Math.min(u0, u1) - 0.01 || at > Math.max(u0, u1) + 0.01) continue;
      const share = u1 === u0 ? 0.5 : (at - u0) / (u1 - u0);
      const along = this.alongOf(a) + (this.alongOf(b) - this.alongOf(a)) * share;
      if (Number.isNaN(best) || along * side > best * side) best = along;
    }
    return this.point(best, at);
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

/** The places of attachments among each other, from 0: those of one rail have the same. */
function inOrder(attachments: readonly Attachment[]): readonly number[] {
  const places = new Map<string, number>();
  return attachments.map(({ edge, rail = `edge ${edge}` }) => {
    const place = places.get(rail) ?? places.size;
    places.set(rail, place);
    return place;
  });
}
