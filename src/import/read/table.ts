import { childOf, childrenOf, isTrue, type XmlElement } from '../../base/ooxml/xml-tree.ts';
import { withoutBold } from '../inlines.ts';
import type { Inline, Paragraph, TableContent } from '../model.ts';
import type { SlideContext } from './context.ts';
import type { Inherited } from './placeholders.ts';
import { readParagraphs } from './text.ts';

/** As in the data of a chart. */
export const maxCells = 100_000;

/** Text in tables inherits nothing that Markdown has. */
const inherited: Inherited = { shapes: [], styles: [] };

/** Reads a table; none if it is too large. Merged cells are single ones: their text is in the first. */
export function readTable(table: XmlElement, context: SlideContext): TableContent | undefined {
  const cells = childrenOf(table, 'a:tr').map((row) => childrenOf(row, 'a:tc'));
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (cells.length * width > maxCells) {
    context.losses.add('large');
    return undefined;
  }
  const isMerged = cells
    .flat()
    .some(
      ({ attributes }) =>
        Number(attributes.gridSpan ?? 1) > 1 || Number(attributes.rowSpan ?? 1) > 1,
    );
  if (isMerged) context.losses.add('merged cells');
  const paragraphs = cells.map((row) =>
    row.map((cell) => readParagraphs(childOf(cell, 'a:txBody'), inherited, context)),
  );
  const hasHeader = isTrue(childOf(table, 'a:tblPr')?.attributes.firstRow);
  const body = hasHeader ? paragraphs.slice(1) : paragraphs;
  const align = Array.from({ length: width }, (_, column) => alignOf(body, column));
  const rows = paragraphs.map((row, index) =>
    row.map((cell) => (hasHeader && index === 0 ? withoutBold(joined(cell)) : joined(cell))),
  );
  return { rows, hasHeader, align };
}

/** The alignment that most cells of a column have. */
function alignOf(
  rows: readonly (readonly (readonly Paragraph[])[])[],
  column: number,
): Paragraph['align'] {
  const aligned = rows.map((row) => row[column]?.[0]?.align);
  const found = aligned.find((align) => align === 'right' || align === 'center');
  const count = aligned.filter((align) => align === found).length;
  return found && count * 2 > rows.length ? found : undefined;
}

/** The paragraphs of a cell, one after the other. */
function joined(paragraphs: readonly Paragraph[]): readonly Inline[] {
  return paragraphs
    .filter(({ inlines }) => inlines.length > 0)
    .flatMap(({ inlines }, index) => [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      ...inlines,
    ]);
}
