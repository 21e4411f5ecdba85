import type { Cell, TextCell } from '../../model/diagram/diagram.ts';
import { type Box, type Point, path, round } from './svg.ts';
import type { Lines, Typesetter } from './typesetter.ts';

/** A cell with its text set, and its size. */
export interface SetCell {
  readonly cell: Cell;
  readonly width: number;
  readonly height: number;
  readonly lines?: Lines;
  readonly inner: readonly SetCell[];
}

const [padX, padY] = [16, 9];
const columnGap = 22;

/**
 * @param maxWidth the maximum width of a line, in multiples of the text size
 * @param breaksWords whether longer words are broken
 */
export function setCell(
  cell: Cell,
  typesetter: Typesetter,
  maxWidth: number,
  breaksWords = false,
): SetCell {
  if (cell.kind === 'text') {
    const lines = typesetter.set(cell.text, maxWidth, { ...cell, breaksWords });
    return { cell, lines, width: lines.width, height: lines.height, inner: [] };
  }
  const inner = cell.cells.map((each) => {
    // The lines of cells next to each other belong together.
    const isTable = cell.kind === 'row' && !cell.isRuled;
    const set = setCell(each, typesetter, isTable ? Infinity : maxWidth, breaksWords);
    if (!cell.isRuled || isRuled(each)) return set;
    return { ...set, width: set.width + 2 * padX, height: set.height + 2 * padY };
  });
  const [widths, heights] = [inner.map(({ width }) => width), inner.map(({ height }) => height)];
  const gaps = cell.kind === 'row' && !cell.isRuled ? columnGap * (inner.length - 1) : 0;
  return cell.kind === 'row'
    ? { cell, inner, width: sum(widths) + gaps, height: Math.max(0, ...heights) }
    : { cell, inner, width: Math.max(0, ...widths), height: sum(heights) };
}

/** A part of a cell in its place. */
export type CellPiece =
  | {
      readonly kind: 'text';
      readonly cell: TextCell;
      readonly lines: Lines;
      /** The start or the middle of its lines, depending on `cell.align`. */
      readonly x: number;
      readonly top: number;
    }
  | { readonly kind: 'rule'; readonly from: Point; readonly to: Point };

/** A cell in its place. */
export interface PlacedCell {
  readonly pieces: readonly CellPiece[];
  /** The boxes of cells at which edges may end, by port. */
  readonly ports: ReadonlyMap<string, Box>;
}

/** A drawn cell. */
interface DrawnCell extends PlacedCell {
  readonly content: string;
}

/** Draws a cell into a box; see {@link placeCell}. */
export function drawCell(set: SetCell, box: Box, typesetter: Typesetter): DrawnCell {
  const placed = placeCell(set, box);
  const content = placed.pieces.map((piece) =>
    piece.kind === 'text'
      ? typesetter.write(piece.lines, piece.x, piece.top, piece.cell)
      : drawRule(piece.from, piece.to),
  );
  return { ...placed, content: content.join('') };
}

/** Places the parts of a cell in a box; if the box is larger than the cell, ruled cells are stretched. */
export function placeCell(set: SetCell, box: Box): PlacedCell {
  const ports = new Map<string, Box>();
  return { pieces: piecesIn(set, box, ports), ports };
}

function piecesIn(set: SetCell, box: Box, ports: Map<string, Box>): readonly CellPiece[] {
  const { cell } = set;
  if (cell.kind === 'text') return textIn(set, cell, box, ports);
  const { kind, isRuled: hasRules } = cell;
  const isRow = kind === 'row';
  const sizes = set.inner.map((inner) => (isRow ? inner.width : inner.height));
  const gaps = isRow && !hasRules ? columnGap * (sizes.length - 1) : 0;
  const spare = (isRow ? box.width : box.height) - sum(sizes) - gaps;
  // Ruled cells fill the box; other cells stay together.
  const share = hasRules ? spare / Math.max(1, set.inner.length) : 0;
  const indent = hasRules ? 0 : isRow ? Math.min(padX, spare / 2) : spare / 2;
  let at = (isRow ? box.x : box.y) + indent;
  return set.inner.flatMap((inner, index) => {
    const size = (sizes[index] ?? 0) + share;
    const part: Box = isRow
      ? { x: at, y: box.y, width: size, height: box.height }
      : { x: box.x, y: at, width: box.width, height: size };
    const rule = hasRules && index > 0 ? [ruleAt(part, isRow)] : [];
    at += size + (isRow && !hasRules ? columnGap : 0);
    return [...rule, ...piecesIn(inner, part, ports)];
  });
}

function textIn(
  { lines, width, height }: SetCell,
  cell: TextCell,
  box: Box,
  ports: Map<string, Box>,
): readonly CellPiece[] {
  if (cell.port !== undefined) ports.set(cell.port, box);
  if (!lines) return [];
  const indent = (width - lines.width) / 2;
  const x = cell.align === 'start' ? box.x + indent : box.x + box.width / 2;
  const top = box.y + (box.height - height) / 2 + (height - lines.height) / 2;
  return [{ kind: 'text', cell, lines, x, top }];
}

function ruleAt({ x, y, width, height }: Box, isVertical: boolean): CellPiece {
  const to = isVertical ? { x, y: y + height } : { x: x + width, y };
  return { kind: 'rule', from: { x, y }, to };
}

function drawRule(from: Point, to: Point): string {
  const line = from.x === to.x ? `V${round(to.y)}` : `H${round(to.x)}`;
  return path(`M${round(from.x)},${round(from.y)}${line}`, 'rule');
}

function isRuled(cell: Cell): boolean {
  return cell.kind !== 'text' && cell.isRuled;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
