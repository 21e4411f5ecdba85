import { groupPadding } from './layout/part-text.ts';
import type { Size } from './shapes.ts';
import { type Box, boxAround, type Point } from './svg.ts';

/** The distance of a title to the top of its frame. */
const topPadding = 9;
/** The distance of a title to the lines beside it. */
export const titleDistance = 9;

/** The place of a title in the frame of its group. */
export interface TitlePlace extends Point {
  /** Whether a line runs through it. */
  readonly isCrossed: boolean;
}

/**
 * The place of a title at the top of its group: on the left, or beside the lines that run through there.
 *
 * @param lines points on the lines of edges
 */
export function placeTitle(
  frame: Box,
  { width, height }: Size,
  lines: readonly (readonly Point[])[],
): TitlePlace {
  const y = frame.y + topPadding;
  const low = frame.x + groupPadding;
  const range = { low, high: frame.x + frame.width - groupPadding - width };
  const x = freePlace({ width, height }, { x: low, y }, range, lines);
  return { x: x ?? low, y, isCrossed: x === undefined };
}

/**
 * The place without lines that is next to where a title should be.
 *
 * @param range of its left edge
 * @returns its left edge; `undefined` if lines are everywhere
 */
export function freePlace(
  { width, height }: Size,
  { x: wanted, y }: Point,
  { low: first, high: last }: Range,
  lines: readonly (readonly Point[])[],
): number | undefined {
  const band = { x: first, y, width: last - first + width, height };
  const crossed = lines.flatMap((line) => rangesIn(band, line));
  const isFree = (x: number) =>
    crossed.every(({ low, high }) => high + titleDistance <= x || low - titleDistance >= x + width);
  const beside = crossed.flatMap(({ low, high }) => [
    high + titleDistance,
    low - titleDistance - width,
  ]);
  const places = [...beside, last].filter((x) => x >= first && x <= last);
  places.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
  return [wanted, ...places].find(isFree);
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Where a line runs through a box, from left to right. */
function rangesIn(box: Box, line: readonly Point[]): readonly Range[] {
  return line.slice(1).flatMap((to, i): readonly Range[] => {
    const from = line[i] ?? to;
    const [start, end] = from.y <= to.y ? [from, to] : [to, from];
    const [top, bottom] = [Math.max(start.y, box.y), Math.min(end.y, box.y + box.height)];
    if (top > bottom) return [];
    const at = (y: number) =>
      start.x + ((end.x - start.x) * (y - start.y)) / (end.y - start.y || 1);
    const ends = end.y === start.y ? [start.x, end.x] : [at(top), at(bottom)];
    const { x, width } = boxAround(ends.map((each) => ({ x: each, y: 0 })));
    return x > box.x + box.width || x + width < box.x ? [] : [{ low: x, high: x + width }];
  });
}
