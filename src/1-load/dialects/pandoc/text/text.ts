import type { TextEdits } from '../../text-edits.ts';
import { isAttributeList, readPandocAttributes } from '../attributes.ts';
import { isInBlock, type Line } from '../lines.ts';
import type { Part } from '../scan.ts';
import { separateElement, separateInlineTags } from './html-lines.ts';
import { captionImage } from './images.ts';
import { writeItemBlocks } from './indented.ts';
import type { InlineTranslator } from './inline.ts';
import { type Examples, isOtherList, writeMarkers } from './lists.ts';
import { pipeTable } from './tables.ts';
import { formulaEnvironment } from './tex.ts';

type TextPart = Extract<Part, { kind: 'text' }>;

/**
 * Translates a paragraph, a list, a table or a quote.
 *
 * @param before the text above it, with a blank line between them
 */
export function translateText(
  part: TextPart,
  before: TextPart | undefined,
  edits: TextEdits,
  inline: InlineTranslator,
  examples: Examples,
): void {
  const { lines, start } = part;
  const [first] = lines;
  if (!first) return;
  const end = lines.at(-1)?.end ?? first.end;
  if (writeEnvironment(part, edits)) return;
  if (lines.length === 1 && /^ {1,3}\. \. \.[ \t]*$/.test(first.text)) {
    edits.replace(start, end, '. . .');
    return;
  }
  const caption = captionIn(lines, inline);
  const rows = caption ? lines.filter((line) => !caption.lines.includes(line)) : lines;
  const table = pipeTable(rows);
  if (table !== undefined) {
    const below = caption ? `\n\n${caption.text}` : '';
    edits.replace(start, end, table + below);
    return;
  }
  if (caption && rows.length === 0 && !isTerm(before)) {
    edits.replace(start, end, caption.text);
    return;
  }
  if (caption && rows.length > 0) {
    const [own = first] = caption.lines;
    edits.replace(own.start, end, `\n${caption.text}`);
  }
  if (rows.length === 0 && before) edits.remove(before.end - 1, start - 1);
  if (lines.every(({ text }) => /^\|(?: |$)/.test(text)) && !isPipeTable(lines)) {
    writeLineBlock(lines, edits, inline);
    return;
  }
  const isSteps = isQuotedList(lines);
  if (isListBelow(first, isSteps, before)) edits.insert(start, '<!-- -->\n\n');
  if (isSteps) {
    writeQuotedList(lines, edits, inline);
    return;
  }
  separateInlineTags(lines, edits);
  writeItemBlocks(lines, edits);
  for (const line of lines) separateElement(line, edits);
  escapeMarkers(lines, edits);
  writeMarkers(lines, edits, examples);
  captionImage(lines, edits, inline);
  // A fence that nothing closes is text.
  if (/^(?:`{3,}|~{3,})/.test(first.text)) edits.insert(start, '\\');
  // A backslash behind an image says that it is in the text, and has no caption.
  if (/\)(?:\{[^{}]*\})?\\$/.test(lines.at(-1)?.text ?? '')) edits.remove(end - 1, end);
  inline.translate(start, caption?.lines[0]?.start ?? end);
}

const environment = new RegExp(
  String.raw`^[ \t]*\\begin\{(${formulaEnvironment})\}[\s\S]*\\end\{\1\}[ \t]*$`,
);

/** A formula that an environment of TeX begins and ends, without dollars. */
function writeEnvironment({ lines, start }: TextPart, edits: TextEdits): boolean {
  const text = lines.map((line) => line.text).join('\n');
  if (!environment.test(text)) return false;
  edits.insert(start, '$$\n');
  edits.insert(start + text.length, '\n$$');
  return true;
}

/** In a paragraph, nothing begins a list, a quote or a heading: that needs a blank line above it. */
function escapeMarkers([first, ...others]: readonly Line[], edits: TextEdits): void {
  if (!first || isInBlock(first.text) || /^\s/.test(first.text)) return;
  for (const { start, text } of others) {
    const [lead] = /^ {0,3}(?=[-*+>][ \t]|#{1,6}[ \t])|^ {0,3}1(?=[.)][ \t])/.exec(text) ?? [];
    if (lead !== undefined) edits.insert(start + lead.length, '\\');
  }
}

/** Whether a text may be the term of a definition below it, and is no table. */
function isTerm(part: TextPart | undefined): boolean {
  return part?.lines.length === 1 && !/[|]|^\s*[-+=]{3}/.test(part.lines[0]?.text ?? '');
}

interface Caption {
  readonly lines: readonly Line[];
  readonly text: string;
}

/** `: The caption` or `Table: The caption`, as the first or the last lines. */
function captionIn(lines: readonly Line[], inline: InlineTranslator): Caption | undefined {
  const index = lines.findIndex(({ text }) => /^(?:Table:|:)[ \t]+\S/.test(text));
  if (index < 0) return undefined;
  const own = lines.slice(index);
  const isTable = lines.slice(0, index).some(({ text }) => /[|+-]{3}|-+ +-+|\|/.test(text));
  if (index > 0 && !isTable) return undefined;
  const text = own.map((line) => line.text.trim()).join(' ');
  const [list = '', attributes = ''] = /[ \t]*\{([^{}]*)\}$/.exec(text) ?? [];
  const id = isAttributeList(attributes) ? readPandocAttributes(attributes).id : undefined;
  const plain = text.slice(0, text.length - list.length).replace(/^(?:Table)?:[ \t]+/, '');
  const lead = inline.leadOf(id) ?? '';
  return { lines: own, text: `${lead}${plain} {.caption${id === undefined ? '' : ` #${id}`}}` };
}

function isPipeTable(lines: readonly Line[]): boolean {
  return lines.some(({ text }) =>
    /^\|?[ \t]*:?-+:?[ \t]*(?:[|+][ \t]*:?-+:?[ \t]*)*\|?$/.test(text),
  );
}

/** Lines after `|` keep their ends and their spaces. */
function writeLineBlock(lines: readonly Line[], edits: TextEdits, inline: InlineTranslator): void {
  for (const [index, { start, end, text }] of lines.entries()) {
    const [, spaces = ''] = /^\| ?( *)/.exec(text) ?? [];
    const lead = text.length - text.replace(/^\| ?( *)/, '').length;
    edits.replace(start, start + lead, '&nbsp;'.repeat(spaces.length));
    inline.translate(start + lead, end);
    if (index < lines.length - 1) edits.insert(end, '\\');
  }
}

/** Whether a list would go on with one above it that is another. */
function isListBelow({ text }: Line, isSteps: boolean, before: TextPart | undefined): boolean {
  const above = before?.lines[0]?.text ?? '';
  if ((text.startsWith('>') && !isSteps) || !before) return false;
  return (!above.startsWith('>') || isQuotedList(before.lines)) && isOtherList(text, above);
}

/** A list in a quote, which comes item by item. */
function isQuotedList(lines: readonly Line[]): boolean {
  const inner = lines.map(({ text }) => text.replace(/^>[ \t]?/, ''));
  return (
    lines.every(({ text }) => text.startsWith('>')) &&
    /^(?:[-*+]|\d+[.)]|#\.)[ \t]/.test(inner[0] ?? '') &&
    inner.every((line) => /^(?:(?:[-*+]|\d+[.)]|#\.)[ \t]|[ \t]+\S|$)/.test(line))
  );
}

function writeQuotedList(lines: readonly Line[], edits: TextEdits, inline: InlineTranslator): void {
  for (const { start, end, text } of lines) {
    const lead = /^>[ \t]?/.exec(text)?.[0].length ?? 0;
    edits.remove(start, start + lead);
    inline.translate(start + lead, end);
  }
  edits.insert(lines.at(-1)?.end ?? 0, '\n{.incremental}');
}
