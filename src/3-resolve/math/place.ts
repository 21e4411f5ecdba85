import type { TexFormula } from '../../model/inline.ts';
import type { Span } from '../../model/source.ts';

/** The span in the file of a part of a formula's TeX. */
export function placeIn(
  lines: TexFormula['lines'],
  start: number,
  length: number,
): Span | undefined {
  let offset = start;
  for (const [i, line] of lines.entries()) {
    const isLast = i === lines.length - 1;
    if (offset <= line.length || isLast) {
      const column = line.column + Math.min(offset, line.length);
      return { ...line, column, length: Math.max(1, Math.min(length, line.length - offset)) };
    }
    offset -= line.length + 1;
  }
  return undefined;
}

/** The first nonempty line of a formula. */
export function firstLineOf(lines: TexFormula['lines']): Span | undefined {
  return lines.find(({ length }) => length > 0) ?? lines[0];
}
