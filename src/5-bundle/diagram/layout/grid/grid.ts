import type { GraphEdge, GraphSpec, Side } from '../../../../model/diagram/diagram.ts';
import type { Size } from '../../shapes.ts';
import { type Box, middle, moved, type Point } from '../../svg.ts';
import { groupPadding } from '../part-text.ts';
import type { EdgeLayout, Layout, Sizes, Spacing } from '../positions.ts';
import { type GridCell, type Lean, placeCells } from './cells.ts';
import { routeBetween, sideVectors } from './lines.ts';

/** The distance of the end of a label to the boxes next to it. */
const labelGap = 22;

/** Whether the sides that edges leave decide where boxes are. */
export function hasSides({ edges }: GraphSpec): boolean {
  return edges.some(({ sides }) => sides !== undefined);
}

/** A box of the grid with what is in it, whose places are relative to it. */
interface Block extends Size {
  readonly id: string;
  readonly boxes: ReadonlyMap<string, Box>;
}

/**
 * Lays out a graph on a grid: an edge from the right side of one box to the left side of another puts this one to the
 * right of it. Each group has a grid of its own.
 */
export function layOutGrid(spec: GraphSpec, sizes: Sizes, spacing: Spacing): Layout {
  const root = new GridBuilder(spec, sizes, spacing).block(undefined);
  const groups = new Set(spec.groups.map(({ id }) => id));
  const all = [...root.boxes];
  const nodes = new Map(all.filter(([id]) => !groups.has(id)));
  const frames = new Map(all.filter(([id]) => groups.has(id)));
  const edges = spec.edges.map((edge) => routeOf(edge, root.boxes, sizes));
  return { nodes, groups: frames, edges };
}

class GridBuilder {
  readonly #spec: GraphSpec;
  readonly #sizes: Sizes;
  readonly #spacing: Spacing;
  readonly #parents: ReadonlyMap<string, string | undefined>;

  constructor(spec: GraphSpec, sizes: Sizes, spacing: Spacing) {
    this.#spec = spec;
    this.#sizes = sizes;
    this.#spacing = spacing;
    this.#parents = new Map([
      ...spec.nodes.map(({ id, group }) => [id, group] as const),
      ...spec.groups.map(({ id, parent }) => [id, parent] as const),
    ]);
  }

  /** A group, or all that is in none, with the boxes in it. */
  block(group: string | undefined): Block {
    const blocks = new Map<string, Block>();
    for (const { id, parent } of this.#spec.groups)
      if (parent === group) blocks.set(id, this.#framed(id));
    for (const { id, group: own } of this.#spec.nodes) {
      if (own !== group) continue;
      const size = this.#sizes.nodes.get(id) ?? { width: 1, height: 1 };
      blocks.set(id, { id, ...size, boxes: new Map([[id, { x: 0, y: 0, ...size }]]) });
    }
    const links = this.#spec.edges.flatMap((edge, index) => {
      const [from, to] = [this.#within(edge.from, group), this.#within(edge.to, group)];
      const isHere = from !== undefined && to !== undefined && from !== to;
      return isHere && edge.sides ? [{ from, to, sides: edge.sides, index }] : [];
    });
    const anchorOf = (index: number, id: string, end: 'from' | 'to') =>
      this.#anchor(index, blocks.get(id), end);
    const leanOf = (id: string) => this.#leanOf(id, group);
    const cells = placeCells([...blocks.keys()], links, anchorOf, leanOf);
    return this.#arrange(group ?? '', blocks, cells);
  }

  /** A group with its frame and the space for its title. */
  #framed(id: string): Block {
    const inner = this.block(id);
    const { width: title = 0, height: head = 0 } = this.#sizes.heads.get(id) ?? {};
    const size = {
      width: Math.max(inner.width + 2 * groupPadding, title),
      height: inner.height + 2 * groupPadding + head,
    };
    const at = { x: (size.width - inner.width) / 2, y: groupPadding + head };
    const boxes = [...inner.boxes].map(([name, box]) => [name, moved(box, at)] as const);
    return { id, ...size, boxes: new Map([[id, { x: 0, y: 0, ...size }], ...boxes]) };
  }

  /** The box of a group's grid that a node or group is in. */
  #within(id: string, group: string | undefined): string | undefined {
    let at: string | undefined = id;
    while (at !== undefined && this.#parents.get(at) !== group) at = this.#parents.get(at);
    return at;
  }

  /** How most lines of a box run that lead to other boxes. */
  #leanOf(id: string, group: string | undefined): Lean {
    const sides = this.#spec.edges.flatMap(({ from, to, sides: own }) => {
      const isStart = this.#within(from, group) === id;
      const isEnd = this.#within(to, group) === id;
      return isStart === isEnd || !own ? [] : [isStart ? own.from : own.to];
    });
    const level = sides.filter((side) => sideVectors[side].x !== 0).length;
    if (sides.length === 0) return 'none';
    return 2 * level >= sides.length ? 'level' : 'upright';
  }

  /** The center, in its block, of the box at an end of an edge. */
  #anchor(index: number, block: Block | undefined, end: 'from' | 'to'): Point {
    const edge = this.#spec.edges[index];
    const inner = edge?.sides?.[end === 'from' ? 'fromBox' : 'toBox'] ?? edge?.[end] ?? '';
    const box = block?.boxes.get(inner);
    if (!block) return { x: 0, y: 0 };
    return box
      ? middle(frameIn(inner, box, this.#sizes))
      : { x: block.width / 2, y: block.height / 2 };
  }

  #arrange(id: string, blocks: ReadonlyMap<string, Block>, cells: readonly GridCell[]): Block {
    const items = cells.flatMap((cell) => {
      const block = blocks.get(cell.id);
      return block ? [{ block, cell, anchor: cell.anchor ?? this.#centerOf(block) }] : [];
    });
    const columns = tracksOf(
      items.map(({ block, cell, anchor }) => ({
        at: cell.column,
        before: anchor.x,
        size: block.width,
      })),
      this.#gaps(cells, 'column'),
    );
    const rows = tracksOf(
      items.map(({ block, cell, anchor }) => ({
        at: cell.row,
        before: anchor.y,
        size: block.height,
      })),
      this.#gaps(cells, 'row'),
    );
    const boxes = new Map<string, Box>();
    for (const { block, cell, anchor } of items) {
      const at = {
        x: (columns.centers.get(cell.column) ?? 0) - anchor.x,
        y: (rows.centers.get(cell.row) ?? 0) - anchor.y,
      };
      for (const [name, box] of block.boxes) boxes.set(name, moved(box, at));
    }
    return { id, width: columns.length, height: rows.length, boxes };
  }

  #centerOf({ id, width, height, boxes }: Block): Point {
    const box = boxes.get(id);
    return box ? middle(frameIn(id, box, this.#sizes)) : { x: width / 2, y: height / 2 };
  }

  /** The distance after each column or row: there is space for the labels of the lines across it. */
  #gaps(cells: readonly GridCell[], track: 'column' | 'row'): (at: number) => number {
    const places = new Map(cells.map((cell) => [cell.id, cell[track]]));
    const labels = this.#sizes.labels.flatMap((label, i) => {
      const edge = this.#spec.edges[i];
      const ends = [edge?.from ?? '', edge?.to ?? ''].map((id) => this.#placeOf(id, places));
      const [from, to] = ends;
      if (!label || from === undefined || to === undefined || from === to) return [];
      const length = track === 'column' ? label.width : label.height;
      return [{ at: Math.min(from, to), length: length + 2 * labelGap }];
    });
    const usual = this.#spacing.nodes * 1.6;
    return (at) =>
      Math.max(usual, ...labels.filter((label) => label.at === at).map(({ length }) => length));
  }

  #placeOf(id: string, places: ReadonlyMap<string, number>): number | undefined {
    for (let at: string | undefined = id; at !== undefined; at = this.#parents.get(at)) {
      const place = places.get(at);
      if (place !== undefined) return place;
    }
    return undefined;
  }
}

interface TrackItem {
  readonly at: number;
  /** The distance of its anchor to its start. */
  readonly before: number;
  readonly size: number;
}

/** The lines on which the anchors of columns, or rows, are. */
function tracksOf(items: readonly TrackItem[], gapAfter: (at: number) => number) {
  const centers = new Map<number, number>();
  const used = [...new Set(items.map(({ at }) => at))].sort((a, b) => a - b);
  let end = 0;
  for (const [i, at] of used.entries()) {
    const own = items.filter((item) => item.at === at);
    const start = i === 0 ? 0 : end + gapAfter(used[i - 1] ?? at);
    const center = start + Math.max(...own.map(({ before }) => before));
    centers.set(at, center);
    end = center + Math.max(...own.map(({ before, size }) => size - before));
  }
  return { centers, length: end };
}

function routeOf(
  { from, to, sides }: GraphEdge,
  boxes: ReadonlyMap<string, Box>,
  sizes: Sizes,
): EdgeLayout {
  const none = { isVertical: false, points: [] };
  const start = portOf(from, sides?.fromBox, sides?.from, boxes, sizes);
  const end = portOf(to, sides?.toBox, sides?.to, boxes, sizes);
  if (!start || !end) return none;
  const { path, label } = routeBetween(start, end);
  return { ...none, path, label };
}

/** Where a line leaves a box, and the direction into which it does. */
function portOf(
  id: string,
  inner: string | undefined,
  side: Side | undefined,
  boxes: ReadonlyMap<string, Box>,
  sizes: Sizes,
) {
  const [outer, aligned] = [boxes.get(id), boxes.get(inner ?? id)];
  if (!outer || !aligned || !side) return undefined;
  const frame = frameIn(inner ?? id, aligned, sizes);
  const border = inner === undefined ? frame : outer;
  const { x, y } = middle(frame);
  const point = {
    left: { x: border.x, y },
    right: { x: border.x + border.width, y },
    top: { x, y: border.y },
    // The text of a box may be below it.
    bottom: { x, y: outer.y + outer.height },
  }[side];
  return { point, direction: sideVectors[side] };
}

/** The part of a box at which lines end. */
function frameIn(id: string, box: Box, { frames }: Sizes): Box {
  const frame = frames?.get(id);
  return frame ? moved(frame, box) : box;
}
