import type { TextEdits } from '../../text-edits.ts';
import { attributeText, readPandocAttributes } from '../attributes.ts';
import { blockAttributes } from '../divs.ts';
import { isInBlock, type Line } from '../lines.ts';
import type { Part } from '../scan.ts';

/** The texts that are code, as all of their lines are indented and no list is above them. */
export function findIndentedCode(parts: readonly Part[]): ReadonlySet<Part> {
  const code = new Set<Part>();
  let above: Part | undefined;
  for (const part of parts) {
    if (part.kind === 'blank') continue;
    const isIndented =
      part.kind === 'text' && part.lines.every(({ text }) => /^(?: {4}|\t)/.test(text));
    if (isIndented && (!mayHoldText(above) || (above && code.has(above)))) code.add(part);
    above = part;
  }
  return code;
}

/** Whether indented text below a part may belong to it: to an item of a list, or to what is in one. */
function mayHoldText(part: Part | undefined): boolean {
  if (part?.kind === 'fence') return part.indent !== '';
  if (part?.kind === 'comment') return true;
  const [first] = part?.kind === 'text' ? part.lines : [];
  const isTerm =
    part?.kind === 'text' && part.lines.some(({ text }) => /^ {0,2}[:~][ \t]/.test(text));
  return (
    first !== undefined &&
    (isInBlock(first.text) || /^\s|^\(?[@\w]+[.)]\s|^\[\^/.test(first.text) || isTerm)
  );
}

/** Writes a block in an item of a list, which holds one paragraph, as a span: `- ::: {.x}`. */
export function writeItemBlocks(lines: readonly Line[], edits: TextEdits): void {
  for (const [index, { start, text }] of lines.entries()) {
    const [, lead = '', list] =
      /^(\s*(?:[-*+]|\d+[.)])[ \t]+):{3,}[ \t]*\{([^{}]*)\}[ \t]*$/.exec(text) ?? [];
    const close = lines
      .slice(index + 1, index + 6)
      .find((line) => /^[ \t]+:{3,}[ \t]*$/.test(line.text));
    const [next] = lines.slice(index + 1);
    if (list === undefined || !close || !next || next === close) continue;
    const indent = next.text.length - next.text.trimStart().length;
    edits.replace(start + lead.length, next.start + indent, '[');
    const attributes = attributeText(blockAttributes(readPandocAttributes(list)));
    edits.replace(close.start - 1, close.end, attributes === '' ? ']{.div}' : `]${attributes}`);
  }
}
