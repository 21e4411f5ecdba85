import type { Box } from '../model.ts';

/** Where pieces are: one, several below each other, or several next to each other. */
export type Region<T> =
  | { readonly kind: 'piece'; readonly piece: T; readonly box: Box }
  | { readonly kind: 'stack'; readonly regions: readonly Region<T>[]; readonly box: Box }
  | { readonly kind: 'columns'; readonly regions: readonly Region<T>[]; readonly box: Box };

interface Placed {
  readonly box: Box;
}

/** Boxes that overlap by less than this are next to each other: text boxes have margins. */
const tolerance = 28;

const maxColumns = 6;

/** Deeper than columns and rows on a slide. */
const maxDepth = 20;

/** Divides pieces into rows and columns by the gaps between them. */
export function cut<T extends Placed>(pieces: readonly T[], depth = 0): Region<T> {
  const [only] = pieces;
  const box = boundsOf(pieces);
  if (only && pieces.length === 1) return { kind: 'piece', piece: only, box };
  if (depth > maxDepth) return inReadingOrder(pieces, box);
  const columns = split(pieces, ({ box: { x, width } }) => [x, x + width]);
  if (columns.length > 1 && columns.length <= maxColumns && areNextToEachOther(columns)) {
    return { kind: 'columns', regions: columns.map((own) => cut(own, depth + 1)), box };
  }
  const rows = split(pieces, ({ box: { y, height } }) => [y, y + height]);
  if (rows.length > 1)
    return { kind: 'stack', regions: rows.map((own) => cut(own, depth + 1)), box };
  return inReadingOrder(pieces, box);
}

/** Pieces that overlap in both directions: as people read, line by line. */
function inReadingOrder<T extends Placed>(pieces: readonly T[], box: Box): Region<T> {
  const ordered = pieces.toSorted((a, b) => lineOf(a) - lineOf(b) || a.box.x - b.box.x);
  return {
    kind: 'stack',
    regions: ordered.map((piece) => ({ kind: 'piece', piece, box: piece.box })),
    box,
  };
}

function lineOf({ box }: Placed): number {
  return Math.round(box.y / 40);
}

/** Divides pieces where no piece crosses, in the order of their starts. */
function split<T extends Placed>(
  pieces: readonly T[],
  rangeOf: (piece: T) => readonly [start: number, end: number],
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of pieces.toSorted((a, b) => rangeOf(a)[0] - rangeOf(b)[0])) {
    const [from, to] = rangeOf(piece);
    // Thin pieces are not divided from what they are on.
    const slack = Math.min(tolerance, (to - from) / 3);
    if (groups.length === 0 || from >= end - slack) groups.push([piece]);
    else groups.at(-1)?.push(piece);
    end = Math.max(end, to);
  }
  return groups;
}

/** Whether columns share a part of their heights; otherwise they are steps of a staircase. */
function areNextToEachOther(columns: readonly (readonly Placed[])[]): boolean {
  const boxes = columns.map(boundsOf);
  return boxes.every((box, index) => {
    const next = boxes[index + 1];
    if (!next) return true;
    const shared = Math.min(box.y + box.height, next.y + next.height) - Math.max(box.y, next.y);
    return shared > 0.3 * Math.min(box.height, next.height);
  });
}

export function boundsOf(pieces: readonly Placed[]): Box {
  let [x, y] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { box } of pieces) {
    x = Math.min(x, box.x);
    y = Math.min(y, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x, y, width: right - x, height: bottom - y };
}
