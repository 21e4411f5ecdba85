import type { BoardColumn, BoardSection } from '../../../../model/diagram/board.ts';
import { readText } from '../../label.ts';

/** Joins neighboring columns of the same section. */
export function inSections(
  columns: readonly { readonly section: string; readonly column: BoardColumn }[],
): readonly BoardSection[] {
  const sections: { title: string; columns: BoardColumn[] }[] = [];
  for (const { section, column } of columns) {
    const title = readText(section);
    const last = sections.at(-1);
    if (last?.title === title) last.columns.push(column);
    else sections.push({ title, columns: [column] });
  }
  return sections;
}
