import type { Block } from '../../../model/blocks.ts';
import type { Span } from '../../../model/source.ts';
import type { Item } from '../slide/items.ts';
import type { SlideScene } from '../slide/scene.ts';
import { type Paragraph, type Run, textOf } from '../text/paragraph.ts';
import { readBlocks } from './read-blocks.ts';

/** Reads blocks where only text can be, in notes and footnotes. @param span of what they belong to */
export function readAsText(
  blocks: readonly Block[],
  scene: SlideScene,
  span: Span,
): readonly Paragraph[] {
  const items = readBlocks(blocks, scene);
  if (items.some(isShown)) scene.lose('text only', '', blocks.find(isDrawn)?.span ?? span);
  return items.flatMap(paragraphsOf);
}

/** Whether an item shows more than text. */
function isShown(item: Item): boolean {
  if (item.kind === 'columns') return item.columns.some(({ items }) => items.some(isShown));
  return !['text', 'table', 'code', 'rule'].includes(item.kind);
}

function isDrawn({ kind }: Block): boolean {
  return ['figure', 'images', 'media', 'chart', 'diagram', 'qr', 'columns'].includes(kind);
}

/** All that an item says, as text. */
function paragraphsOf(item: Item): readonly Paragraph[] {
  const line = (runs: readonly Run[]): Paragraph => ({ runs, level: 0 });
  const text = (words: string): readonly Paragraph[] =>
    words === '' ? [] : [line([{ kind: 'text', text: words, style: {} }])];
  switch (item.kind) {
    case 'text':
      return item.paragraphs;
    case 'table':
      return item.rows.map((row) =>
        line([{ kind: 'text', text: row.map(textOf).join('\t'), style: {} }]),
      );
    case 'code':
      return item.lines.map(({ runs }) => line(runs));
    case 'picture':
      return text(item.picture.alt);
    case 'row':
      return item.pictures.flatMap(({ alt }) => text(alt));
    case 'columns':
      return item.columns.flatMap(({ items }) => items.flatMap(paragraphsOf));
    case 'rule':
      return [];
    default:
      return text(item.alt);
  }
}
