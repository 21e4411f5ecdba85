import type { Size } from '../shapes.ts';
import type { Point } from '../svg.ts';
import { RankAxes } from './axes.ts';
import type { Part, PartEdge } from './parts.ts';
import { type LoopPlace, runsVertically, type Sizes } from './positions.ts';

/** The room along the ranks of a line from a box to itself, one of several. */
const minRoom = 26;

/** The lines from a box to itself, in source order. */
export function loopsAt({ edges }: Part, box: string): readonly PartEdge[] {
  return edges.filter(({ from, to }) => from === box && to === box);
}

/** The room for the labels of the lines from a box to itself, one after the other along the ranks. */
export function roomOfLoops(
  loops: readonly PartEdge[],
  sizes: Sizes,
  part: Part,
): Size | undefined {
  const labels = loops.map(({ index }) => sizes.labels[index]);
  if (labels.length < 2) return labels[0];
  const axes = new RankAxes(runsVertically(part.direction));
  const along = roomsOf(labels, axes).reduce((sum, room) => sum + room, 0);
  const across = Math.max(1, ...labels.map((size) => (size ? axes.across(size) : 0)));
  const { x: width, y: height } = axes.point(along, across);
  return { width, height };
}

/**
 * Where one of several lines from a box to itself is, and its label, which is next to the line.
 *
 * @param around the center of all labels
 * @param isAfter whether they are to the right of the box, or below it
 */
export function placeLoop(
  edge: PartEdge,
  around: Point,
  isAfter: boolean,
  sizes: Sizes,
  part: Part,
): { readonly label: Point; readonly loop: LoopPlace } {
  const axes = new RankAxes(runsVertically(part.direction));
  const loops = loopsAt(part, edge.from);
  const index = loops.indexOf(edge);
  const labels = loops.map((each) => sizes.labels[each.index]);
  const rooms = roomsOf(labels, axes);
  const acrossOf = (size: Size | undefined) => (size ? axes.across(size) : 0);
  const spare = Math.max(...labels.map(acrossOf)) - acrossOf(labels[index]);
  const sum = (count: number) => rooms.slice(0, count).reduce((total, room) => total + room, 0);
  const room = rooms[index] ?? minRoom;
  const along = axes.alongOf(around) - sum(rooms.length) / 2 + sum(index) + room / 2;
  const across = axes.acrossOf(around) + (isAfter ? -spare / 2 : spare / 2);
  return {
    label: axes.point(along, across),
    loop: { index, count: loops.length, room },
  };
}

function roomsOf(labels: readonly (Size | undefined)[], axes: RankAxes): readonly number[] {
  return labels.map((size) => Math.max(minRoom, size ? axes.along(size) : 0));
}
