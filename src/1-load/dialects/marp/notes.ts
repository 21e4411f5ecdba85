import { isBelowText } from '../shared/is-below-text.ts';
import type { TextEdits } from '../text-edits.ts';

/**
 * Turns a comment on lines of its own into a block of speaker notes, in its place.
 *
 * @param start of the comment in the file
 * @param comment with its `<!--` and `-->`
 */
export function translateNote(start: number, comment: string, edits: TextEdits): void {
  const { text } = edits.author;
  const [opening = ''] = /^\s*<!--+[ \t]*\n?/.exec(comment) ?? [];
  const closing = comment.search(/\s*--+>\s*$/);
  const lines = comment.slice(opening.length, closing).split('\n');
  const colons = colonsAround(comment);
  const needsGap = start > 0 && (text[start - 1] !== '\n' || isBelowText(text, start));
  edits.replace(start, start + opening.length, `${needsGap ? '\n' : ''}${colons} notes\n`);
  let at = start + opening.length;
  for (const [i, line] of asMarkdown(lines).entries()) {
    const raw = lines[i] ?? '';
    if (line !== raw) edits.replace(at, at + raw.length, line);
    at += raw.length + 1;
  }
  edits.replace(start + closing, start + comment.trimEnd().length, `\n${colons}\n`);
}

/** A comment in a text as a block of notes after its slide. */
export function noteBlock(text: string): string {
  const colons = colonsAround(text);
  return `${colons} notes\n${asMarkdown(text.split('\n')).join('\n')}\n${colons}\n`;
}

function colonsAround(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/:{3,}/g)].map(([run]) => run.length));
  return ':'.repeat(longest + 1);
}

/** Marp shows notes as plain text: each line of it is one. */
function asMarkdown(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents.slice(lines[0] === '' ? 0 : 1), Number.POSITIVE_INFINITY);
  let isCode = false;
  return lines.map((line, i) => {
    const own = Number.isFinite(indent)
      ? line.replace(new RegExp(`^[ \\t]{0,${indent}}`), '')
      : line;
    if (/^\s*(?:```|~~~)/.test(own)) isCode = !isCode;
    if (isCode) return own;
    if (/^notes?:/i.test(own)) return own.replace(':', '\\:');
    if (/^ {0,3}(?:-{2,3}|\. \. \.|::[a-z].*)\s*$/i.test(own)) return own.replace(/\S/, '\\$&');
    const next = lines[i + 1] ?? '';
    const isOver = /^\s*(?:$|[-+*>|#]|\d+[.)]\s|```|~~~|<)/.test(next);
    return isOver || !isProse(own) ? own : `${own.trimEnd()}\\`;
  });
}

function isProse(line: string): boolean {
  return line.trim() !== '' && !/^\s*(?:#|\||```|~~~|<)/.test(line) && !line.endsWith('\\');
}
