import type { BoardCard, BoardColumn, BoardSpec } from '../../../model/diagram/board.ts';
import { type SetCell, setCell } from '../cells.ts';
import type { Lines, Typesetter } from '../typesetter.ts';

/** A column with its texts set. */
export interface SetColumn {
  readonly column: BoardColumn;
  /** The index of its section. */
  readonly section: number;
  /** Its color, as CSS. */
  readonly color: string;
  readonly title: Lines;
  readonly cards: readonly { readonly card: BoardCard; readonly cell: SetCell }[];
}

/** The padding in boxes. */
export const padding = { x: 14, y: 9 } as const;
const minWidth = 120;
const maxTextWidth = 9;
/** The number of colors of sections. */
const colorCount = 6;

export const titleStyle = { tone: 'strong' } as const;

export function setColumns(spec: BoardSpec, typesetter: Typesetter): readonly SetColumn[] {
  const isGrouped = spec.sections.length > 1 || spec.sections[0]?.title !== '';
  let count = 0;
  return spec.sections.flatMap(({ columns }, section) =>
    columns.map((column) => {
      const color = `var(--chart-${((isGrouped ? section : count) % colorCount) + 1})`;
      count++;
      return {
        column,
        section,
        color,
        title: typesetter.set(column.title, maxTextWidth, titleStyle),
        cards: column.cards.map((card) => ({
          card,
          cell: setCell(card.content, typesetter, maxTextWidth),
        })),
      };
    }),
  );
}

/** The common width of all columns. */
export function widthOf(columns: readonly SetColumn[]): number {
  const texts = columns.flatMap(({ title, cards }) => [
    title.width,
    ...cards.map(({ cell }) => cell.width),
  ]);
  return Math.max(minWidth, ...texts.map((width) => width + 2 * padding.x));
}
