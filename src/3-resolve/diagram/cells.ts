import type { Cell, Direction, TextCell, TextSpan } from '../../model/diagram/diagram.ts';

export function textCell(
  text: string,
  align: TextCell['align'] = 'middle',
  tone: TextCell['tone'] = 'plain',
  spans: readonly TextSpan[] = [],
): TextCell {
  return { kind: 'text', text, align, tone, ...(spans.length > 0 && { spans }) };
}

/** Cells in a column; a single cell needs none. */
export function column(cells: readonly Cell[], isRuled: boolean): Cell {
  const [first] = cells;
  return cells.length === 1 && first ? first : { kind: 'column', cells, isRuled };
}

export function readDirection(word: string): Direction | undefined {
  if (word === 'TD') return 'TB';
  return (['TB', 'BT', 'LR', 'RL'] as const).find((known) => known === word);
}
