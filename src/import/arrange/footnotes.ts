import type { Block, Footnote, ListItem } from '../blocks.ts';
import { plainText, trimmed } from '../inlines.ts';
import type { Inline } from '../model.ts';

/** The name of the shape in which Lectern writes footnotes. */
export const footnotesName = /^Footnotes\b/;

/** Turns numbers above the line into references, where the slide has a footnote of that number. */
export function markFootnotes(
  blocks: readonly Block[],
  footnotes: readonly Block[],
): readonly Block[] {
  const notes = footnotes.flatMap((block) => (block.kind === 'footnotes' ? block.notes : []));
  if (notes.length === 0) return blocks;
  const labels = new Set(notes.map(({ label }) => label));
  return blocks.map((block) => markBlock(block, labels));
}

function markBlock(block: Block, labels: ReadonlySet<string>): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, inlines: markInlines(block.inlines, labels) };
    case 'list':
      return { ...block, items: block.items.map((item) => markItem(item, labels)) };
    case 'quote':
    case 'callout':
    case 'aside':
      return { ...block, blocks: block.blocks.map((each) => markBlock(each, labels)) };
    case 'columns':
      return {
        ...block,
        columns: block.columns.map((column) => ({
          ...column,
          blocks: column.blocks.map((each) => markBlock(each, labels)),
        })),
      };
    case 'table': {
      const rows = block.table.rows.map((row) => row.map((cell) => markInlines(cell, labels)));
      return { ...block, table: { ...block.table, rows } };
    }
    default:
      return block;
  }
}

function markItem(item: ListItem, labels: ReadonlySet<string>): ListItem {
  return {
    ...item,
    inlines: markInlines(item.inlines, labels),
    blocks: item.blocks.map((each) => markBlock(each, labels)),
  };
}

function markInlines(inlines: readonly Inline[], labels: ReadonlySet<string>): readonly Inline[] {
  return inlines.map((inline) =>
    inline.kind === 'text' && inline.style.place === 'super' && labels.has(inline.text)
      ? { kind: 'footnote', label: inline.text }
      : inline,
  );
}

/** Reads paragraphs that begin with a number, as Lectern writes footnotes. */
export function readFootnotes(
  paragraphs: readonly { readonly inlines: readonly Inline[] }[],
): readonly Footnote[] {
  const notes: { label: string; inlines: Inline[] }[] = [];
  for (const { inlines } of paragraphs) {
    const [, label] = /^(\d+) /.exec(plainText(inlines)) ?? [];
    const [first, ...rest] = trimmed(inlines);
    const last = notes.at(-1);
    if (label !== undefined && first?.kind === 'text') {
      const text = first.text.trimStart().slice(label.length).trimStart();
      notes.push({ label, inlines: [...trimmed([{ ...first, text }, ...rest])] });
    } else if (last) {
      last.inlines.push({ kind: 'break' });
      for (const each of inlines) last.inlines.push(each);
    }
  }
  return notes;
}
