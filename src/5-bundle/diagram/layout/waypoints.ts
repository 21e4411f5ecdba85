import type { Range } from '../places.ts';
import { type Box, middle, type Point } from '../svg.ts';

/** A line as Graphviz has drawn it. */
interface Line {
  /** Points on each of its parts, from end to end. */
  readonly samples: readonly (readonly Point[])[];
  /** The center of its label. */
  readonly label: Point | undefined;
  readonly start: Box;
  readonly end: Box;
}

/** Boxes next to each other, and their extent along the direction of ranks. */
interface Rank extends Range {
  readonly at: number;
  readonly boxes: readonly Box[];
}

/** Lines keep this distance to the labels of others. */
const labelDistance = 12;
/** And to other boxes. */
const boxDistance = 12;

/** The ranks of a layout, in rising order. */
export class Ranks {
  readonly #isVertical: boolean;
  readonly #ranks: readonly Rank[];
  /** Ranks of labels. */
  readonly #texts: readonly Rank[];

  constructor(boxes: readonly Box[], texts: readonly Box[], isVertical: boolean) {
    this.#isVertical = isVertical;
    this.#ranks = this.#group(boxes);
    this.#texts = this.#group(texts);
  }

  /**
   * The points that a line must pass: its label, and the space between boxes in each rank that it crosses. Between
   * ranks, it is free.
   */
  waypoints(line: Line): readonly Point[] {
    const { label, start, end } = line;
    const [from, to] = [this.#along(start), this.#along(end)].map(middleOf) as [number, number];
    const isBetween = (at: number): boolean =>
      at > Math.min(from, to) + 1 && at < Math.max(from, to) - 1;
    const crossed = this.#ranks.flatMap((rank): readonly Point[] =>
      isBetween(rank.at) ? this.#through(rank, line) : [],
    );
    const beside = this.#texts.flatMap((rank): readonly Point[] => {
      const isOwn = label && Math.abs(this.#coordinates(label).along - rank.at) < 1;
      return isBetween(rank.at) && !isOwn ? this.#besideTexts(rank, line) : [];
    });
    const own = label && isBetween(this.#coordinates(label).along) ? [label] : [];
    const leaving = [...this.#outOf(start, end, line), ...this.#outOf(end, start, line)];
    const order = from <= to ? 1 : -1;
    const along = (point: Point): number => this.#coordinates(point).along;
    return [...leaving, ...crossed, ...beside, ...own].sort(
      (a, b) => order * (along(a) - along(b)),
    );
  }

  #through({ at, low, high }: Rank, { samples, label }: Line): readonly Point[] {
    // A line is interrupted by its label.
    const own = label && this.#coordinates(label);
    const isAtLabel = own && own.along > low && own.along < high;
    const place = this.#placeAt(samples, at) ?? (isAtLabel ? own.across : undefined);
    return place === undefined ? [] : [this.#point(low, place), this.#point(high, place)];
  }

  /** Where a line comes close to the label of another, or would do so without a point there. */
  #besideTexts({ at, low, high, boxes }: Rank, { samples, start, end }: Line): readonly Point[] {
    const place = this.#placeAt(samples, at);
    if (place === undefined) return [];
    const [from, to] = [this.#coordinates(middle(start)), this.#coordinates(middle(end))];
    const share = (at - from.along) / (to.along - from.along || 1);
    const straight = from.across + share * (to.across - from.across);
    const way = { low: Math.min(place, straight), high: Math.max(place, straight) };
    const isClose = boxes.some((box) => isNear(this.#across(box), way, labelDistance));
    return isClose ? [this.#point(low, place), this.#point(high, place)] : [];
  }

  /** Where a line leaves the rank of a box that is shorter than its neighbors: it must not turn before. */
  #outOf(box: Box, other: Box, { samples }: Line): readonly Point[] {
    const own = this.#along(box);
    const rank = this.#ranks.find(({ at }) => Math.abs(at - middleOf(own)) < 1);
    if (!rank) return [];
    const isRising = middleOf(this.#along(other)) > middleOf(own);
    const border = isRising ? rank.high : rank.low;
    const isShort = isRising ? own.high < border - 2 : own.low > border + 2;
    const place = isShort ? this.#placeAt(samples, border) : undefined;
    if (place === undefined) return [];
    // Without this point, it could be anywhere between the boxes here.
    const places = [place, ...[box, other].map((each) => middleOf(this.#across(each)))];
    const way = { low: Math.min(...places), high: Math.max(...places) };
    const isBlocked = rank.boxes.some((each) => {
      const { low, high } = this.#across(each);
      return each !== box && low < way.high + boxDistance && high > way.low - boxDistance;
    });
    return isBlocked ? [this.#point(border, place)] : [];
  }

  /** Where a line crosses a rank. */
  #placeAt(samples: Line['samples'], at: number): number | undefined {
    for (const part of samples) {
      for (const [i, point] of part.entries()) {
        const [before, after] = [part[i - 1] ?? point, point].map((each) =>
          this.#coordinates(each),
        );
        if (!before || !after || (before.along - at) * (after.along - at) > 0) continue;
        const share = (at - before.along) / (after.along - before.along || 1);
        return before.across + share * (after.across - before.across);
      }
    }
    return undefined;
  }

  #group(boxes: readonly Box[]): readonly Rank[] {
    const ranks = new Map<number, Box[]>();
    for (const box of boxes) {
      const at = middleOf(this.#along(box));
      const key = [...ranks.keys()].find((known) => Math.abs(known - at) < 1) ?? at;
      ranks.set(key, [...(ranks.get(key) ?? []), box]);
    }
    const all = [...ranks].map(([at, own]): Rank => {
      const extents = own.map((box) => this.#along(box));
      const low = Math.min(...extents.map((extent) => extent.low));
      return { at, low, high: Math.max(...extents.map((extent) => extent.high)), boxes: own };
    });
    return all.sort((one, other) => one.at - other.at);
  }

  #along({ x, y, width, height }: Box): Range {
    return this.#isVertical ? { low: y, high: y + height } : { low: x, high: x + width };
  }

  #across({ x, y, width, height }: Box): Range {
    return this.#isVertical ? { low: x, high: x + width } : { low: y, high: y + height };
  }

  #coordinates({ x, y }: Point): { readonly along: number; readonly across: number } {
    return this.#isVertical ? { along: y, across: x } : { along: x, across: y };
  }

  #point(along: number, across: number): Point {
    return this.#isVertical ? { x: across, y: along } : { x: along, y: across };
  }
}

function middleOf({ low, high }: Range): number {
  return (low + high) / 2;
}

function isNear(one: Range, other: Range, distance: number): boolean {
  return other.high > one.low - distance && other.low < one.high + distance;
}
