import type { ParagraphLines } from '../../../model/blocks.ts';
import type { Inline } from '../../../model/inline.ts';
import { contentOf } from './image-lines.ts';

/**
 * Divides a paragraph into lines of text and rows of images. Images on lines that follow each other are
 * in one row, unless a hard line break is between them.
 *
 * @returns `undefined` if no line consists of images
 */
export function splitImageLines(inlines: readonly Inline[]): readonly ParagraphLines[] | undefined {
  const lines = readLines(inlines);
  if (!lines.some(isRow) || !lines.every(isBalanced)) return undefined;
  const found: { isRow: boolean; content: Inline[] }[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    const row = isRow(line);
    if (last?.isRow !== row || (row && line.isAfterBreak)) {
      found.push({ isRow: row, content: line.content });
    } else {
      last.content.push(line.isAfterBreak ? lineBreak : newLine, ...line.content);
    }
  }
  return found;
}

const lineBreak: Inline = { kind: 'break' };
const newLine: Inline = { kind: 'text', text: '\n' };

interface Line {
  readonly content: Inline[];
  readonly isAfterBreak: boolean;
}

function readLines(inlines: readonly Inline[]): readonly Line[] {
  const lines: Line[] = [];
  let content: Inline[] = [];
  let isAfterBreak = false;
  const end = (isBreak: boolean): void => {
    if (content.length > 0) {
      lines.push({ content, isAfterBreak });
      content = [];
      isAfterBreak = isBreak;
    } else isAfterBreak ||= isBreak;
  };
  for (const inline of inlines) {
    if (inline.kind === 'text') {
      for (const [i, text] of inline.text.split('\n').entries()) {
        if (i > 0) end(false);
        if (content.length > 0 || text.trim() !== '') content.push({ kind: 'text', text });
      }
    } else if (contentOf(inline) === 'break') end(true);
    else content.push(inline);
  }
  end(false);
  return lines;
}

function isRow({ content }: Line): boolean {
  const kinds = content.map(contentOf);
  return kinds.includes('images') && !kinds.includes('words');
}

/** Whether no element of the author's HTML begins on this line and ends on another. */
function isBalanced({ content }: Line): boolean {
  const open: string[] = [];
  for (const inline of content) {
    if (inline.kind !== 'html') continue;
    const text = inline.content.map((part) => (typeof part === 'string' ? part : '')).join('');
    for (const [, slash, name = ''] of text.matchAll(/<(\/?)([a-z][\w-]*)/gi)) {
      if (slash) {
        if (open.pop() !== name.toLowerCase()) return false;
      } else if (!/^(?:img|wbr)$/i.test(name)) open.push(name.toLowerCase());
    }
  }
  return open.length === 0;
}
