import { tag } from '../svg.ts';
import type { SetColumn } from './columns.ts';

/** A row of columns at its place. */
export interface BoardRow {
  readonly columns: readonly SetColumn[];
  /** The left sides of the columns. */
  readonly xs: readonly number[];
  readonly columnWidth: number;
  /** The top of the columns, below the titles of sections. */
  readonly y: number;
  readonly gap: number;
  /** Whether another row follows. */
  readonly isContinued: boolean;
}

/** What is drawn of a row, and where it ends. */
export interface DrawnRow {
  readonly content: string;
  readonly bottom: number;
}

/** Draws a box with round corners. */
export function drawBox(x: number, y: number, width: number, height: number): string {
  return tag('rect', { x, y, width, height, rx: 6 });
}
