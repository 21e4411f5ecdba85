import { isSlideKey } from '../../../base/yaml/keys.ts';
import type { SlidePart } from './slide-part.ts';
import type { DeckTranslation } from './translation-state.ts';
import type { SlideNode } from './tree/tree.ts';

/** Removes the comments that were read, and those that would mean something in Lectern's Markdown. */
export function removeComments(
  part: SlidePart,
  read: readonly SlideNode[],
  deck: DeckTranslation,
): void {
  for (const node of part.nodes) {
    if (node.kind !== 'comment') continue;
    if (read.includes(node) || hasMeaning(node.piece?.text ?? '')) removeComment(node, part, deck);
  }
}

function hasMeaning(comment: string): boolean {
  const [, key = ''] = /^<!--\s*([A-Za-z]+)[ \t]*:/.exec(comment) ?? [];
  return isSlideKey(key) || key === 'chart';
}

/** In a list, a blank line would divide it; elsewhere, one ends the block above. */
function removeComment(
  { start, end, parent }: SlideNode,
  part: SlidePart,
  { author, edits }: DeckTranslation,
): void {
  const { text } = author;
  const lineStart = Math.max(part.start, text.lastIndexOf('\n', start - 1) + 1);
  const [line = ''] = text.slice(end, part.end).split('\n', 1);
  const isAlone = text.slice(lineStart, start).trim() === '' && line.trim() === '';
  const above = text.slice(part.start, lineStart);
  const isBelowBlank = /^\s*$|\n[ \t]*\n$/.test(above);
  if (isAlone && (parent?.name === 'list_item' || isBelowBlank)) {
    edits.replace(lineStart, Math.min(part.end, end + line.length + 1), '');
  } else {
    const spaces = /[ \t]*$/.exec(text.slice(lineStart, start))?.[0].length ?? 0;
    edits.replace(start - spaces, end, '');
  }
}
