import type { TextEdit } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { plainText } from '../../base/files/plain-text.ts';
import { withLineEndsOf } from './line-ends.ts';

/** The edit of the lines in which the text of a document differs from a new one, whose line ends are LF. */
export function changedLines(document: TextDocument, after: string): TextEdit | undefined {
  const before = plainText(document.getText());
  if (after === before) return undefined;
  const [old, now] = [before.split('\n'), after.split('\n')];
  let first = 0;
  while (first < Math.min(old.length, now.length) - 1 && old[first] === now[first]) first++;
  let same = 0;
  const room = Math.min(old.length, now.length) - first - 1;
  while (same < room && old.at(-1 - same) === now.at(-1 - same)) same++;
  const last = old.length - 1 - same;
  const newText = withLineEndsOf(document, now.slice(first, now.length - same).join('\n'));
  const start = { line: first, character: 0 };
  const end = { line: last, character: (old[last] ?? '').length };
  return { range: { start, end }, newText };
}
