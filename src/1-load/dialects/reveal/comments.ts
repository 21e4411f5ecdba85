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
  if (isAlone && (parent?.name === 'list_item' || endsWithBlankLine(above))) {
    edits.replace(lineStart, Math.min(part.end, end + line.length + 1), '');
  } else {
    edits.replace(lineStart + withoutSpaces(text.slice(lineStart, start)).length, end, '');
  }
}

/** Also if there is no line. A slide may have thousands of comments: only the end of the text is read for each. */
function endsWithBlankLine(text: string): boolean {
  if (text.trim() === '') return true;
  return text.endsWith('\n') && withoutSpaces(text.slice(0, -1)).endsWith('\n');
}

/** Removes spaces and tabs at the end. */
function withoutSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return text.slice(0, end);
}
