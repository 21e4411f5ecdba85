import type { TextEdits } from '../../text-edits.ts';
import type { Line } from '../lines.ts';
import type { Part } from '../scan.ts';

const names =
  'div|section|article|aside|main|nav|header|footer|center|figure|figcaption|details|summary|blockquote|address|fieldset|form|dl|dt|dd|ul|ol|li|table|thead|tbody|tfoot|tr|td|th|p|hr';
const tag = String.raw`<\/?(?:${names})(?:[\s/](?:"[^"]*"|'[^']*'|[^<>"'])*)?>`;
const onlyTags = new RegExp(String.raw`^[ \t]*(?:${tag}[ \t]*)+$`, 'i');
const oneElement = /^ {0,3}(<(div|section|article|aside|center)\b[^<>]*>)(.*)<\/\2>[ \t]*$/i;

/** Whether a line has nothing but tags of blocks: in Pandoc, what is between such lines is Markdown. */
export function isTagLine(text: string): boolean {
  return onlyTags.test(text);
}

type TagPart = Extract<Part, { kind: 'tag' }>;

/** Parts tags from the Markdown above and below by blank lines, without which it would be HTML. */
export function separateTags(
  part: TagPart,
  above: Part | undefined,
  below: Part | undefined,
  edits: TextEdits,
): void {
  const { start, end } = part;
  const line = edits.author.text.slice(start, end).trim();
  if (/^<\/?p>$/i.test(line)) edits.replace(start, Math.min(end - 1, edits.author.text.length), '');
  else if (isMarkdown(above)) edits.insert(start, '\n');
  if (isMarkdown(below)) edits.insert(Math.min(end, edits.author.text.length), '\n');
}

function isMarkdown(part: Part | undefined): boolean {
  if (part?.kind === 'text') return !/^[ \t]*</.test(part.lines[0]?.text ?? '');
  return part?.kind === 'fence' || part?.kind === 'heading';
}

const inlineTags =
  /^ {0,3}(?:<(\/?)(?:small|big|font|span|center|b|i|u|strong|em|sup|sub|mark)(?:\s(?:"[^"]*"|'[^']*'|[^<>"'])*)?>[ \t]*)+$/i;

/** Parts tags such as `<small>` that are the first and the last line of a paragraph from the Markdown between them. */
export function separateInlineTags(lines: readonly Line[], edits: TextEdits): void {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || first === last) return;
  if (inlineTags.exec(first.text)?.[1] === '') edits.insert(first.end, '\n');
  if (inlineTags.exec(last.text)?.[1] === '/') edits.insert(last.start, '\n');
}

/** Parts the tags of an element from the Markdown that is with them on one line. */
export function separateElement({ start, text }: Line, edits: TextEdits): void {
  const [, open = '', name = '', inner] = oneElement.exec(text) ?? [];
  if (inner === undefined || !/[*_`[$]/.test(inner) || /<\/?(?:div|p|table)\b/i.test(inner)) return;
  const from = start + text.indexOf(open) + open.length;
  edits.insert(from, '\n\n');
  edits.insert(start + text.lastIndexOf(`</${name}`), '\n\n');
}
