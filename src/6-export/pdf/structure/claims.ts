import { sectionsIn } from './tables.ts';
import { isTag, type Tag, tagsIn } from './tree.ts';

/** Whether the headings begin with level 1 and skip no level, in reading order. */
export function hasHeadingsInOrder(top: Tag): boolean {
  let before = 0;
  for (const { type } of tagsIn(top)) {
    const level = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);
    if (level > before + 1) return false;
    if (level > 0) before = level;
  }
  return true;
}

/** Whether all rows of each table have as many cells, those that span rows and columns included. */
export function hasRegularTables(top: Tag): boolean {
  return tagsIn(top).every((tag) => tag.type !== 'Table' || isRegular(tag));
}

function isRegular(table: Tag): boolean {
  const rows = sectionsIn(table).flat();
  const widths = rows.map(() => 0);
  for (const [index, row] of rows.entries()) {
    for (const cell of row.kids) {
      if (!isTag(cell)) continue;
      const spans = cell.attributes.get('Table');
      const height = Number(spans?.get('RowSpan') ?? 1);
      const width = Number(spans?.get('ColSpan') ?? 1);
      for (let at = index; at < Math.min(index + height, rows.length); at++) {
        widths[at] = (widths[at] ?? 0) + width;
      }
    }
  }
  return new Set(widths).size <= 1;
}
