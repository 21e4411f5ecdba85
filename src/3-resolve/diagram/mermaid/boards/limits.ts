import type { BoardColumn } from '../../../../model/diagram/board.ts';
import type { MermaidSource } from '../mermaid-source.ts';

/** More would be unreadable on a slide. */
const maxCards = 120;

export function checkCards(columns: readonly BoardColumn[], source: MermaidSource): void {
  const count = columns.reduce((sum, { cards }) => sum + cards.length + 1, 0);
  if (count <= maxCards) return;
  const hint = 'nobody reads so many from a slide: show a part, or divide it over several slides';
  source.refuse('', `more than ${maxCards} boxes in a diagram`, hint);
}
