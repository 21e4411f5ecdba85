import type { Block } from '../blocks.ts';
import { plainText } from '../inlines.ts';
import type { Paragraph } from '../model.ts';
import { codeOf } from './paragraphs.ts';

/** Code as Lectern writes it: its title is smaller than its lines, which may be numbered. */
export function ownCode(paragraphs: readonly Paragraph[], language: string): Block {
  const [first, second] = paragraphs;
  const isTitled =
    first?.size !== undefined && second?.size !== undefined && first.size < second.size * 0.9;
  const code = codeOf(isTitled ? paragraphs.slice(1) : paragraphs);
  if (code.kind !== 'code') return code;
  return {
    ...code,
    language,
    ...(isTitled && { title: plainText(first.inlines) }),
    ...withoutNumbers(code.text),
  };
}

function withoutNumbers(text: string): { readonly text: string; readonly firstNumber?: number } {
  const lines = text.split('\n').map((line) => /^ *(\d+)(?: {2}(.*))?$/.exec(line));
  const first = Number(lines[0]?.[1]);
  const isNumbered =
    lines.length > 1 && lines.every((line, index) => Number(line?.[1]) === first + index);
  return isNumbered
    ? { firstNumber: first, text: lines.map((line) => line?.[2] ?? '').join('\n') }
    : { text };
}
