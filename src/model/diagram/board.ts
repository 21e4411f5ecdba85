import type { Cell } from './diagram.ts';

/** Columns of cards, such as the periods of a timeline with their events. Plain JSON. */
export interface BoardSpec {
  readonly kind: 'board';
  /** Its name in text alternatives. */
  readonly type: 'kanban board' | 'timeline' | 'user journey';
  /** Whether a timeline runs from top to bottom. */
  readonly isVertical?: boolean;
  /** At least one, each with at least one column. */
  readonly sections: readonly BoardSection[];
}

/** Columns below a common title. */
export interface BoardSection {
  /** Empty for none. */
  readonly title: string;
  readonly columns: readonly BoardColumn[];
}

export interface BoardColumn {
  readonly title: string;
  readonly cards: readonly BoardCard[];
  /** Of a user journey: from 1, bad, to 5, good. */
  readonly score?: number;
}

export interface BoardCard {
  readonly content: Cell;
  /** The color of a stripe at its side, as CSS. */
  readonly stripe?: string;
}
