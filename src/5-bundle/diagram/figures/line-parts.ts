import { figureIndex } from '../../../model/diagram/figures.ts';
import type { Figure } from './figure.ts';

/** A part of a line: a text, or a figure in place of its mark. */
export interface LinePart {
  readonly text: string;
  /** In the line. */
  readonly start: number;
  /** `null` for one that is missing; absent for a text. */
  readonly figure?: Figure | null;
}

/** Divides a line at its figures. The space after a missing one belongs to it. */
export function partsOf(
  line: string,
  figures: readonly (Figure | undefined)[],
): readonly LinePart[] {
  if (figures.length === 0) return [{ text: line, start: 0 }];
  const parts: LinePart[] = [];
  const pattern = /[\uE100-\uF7FF]/g;
  let start = 0;
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    const index = figureIndex(match[0]) ?? 0;
    if (index >= figures.length) continue;
    if (match.index > start) parts.push({ text: line.slice(start, match.index), start });
    const figure = figures[index] ?? null;
    const isSpaced = figure === null && line[match.index + 1] === ' ';
    start = match.index + (isSpaced ? 2 : 1);
    parts.push({ text: line.slice(match.index, start), start: match.index, figure });
    pattern.lastIndex = start;
  }
  if (start < line.length || parts.length === 0) parts.push({ text: line.slice(start), start });
  return parts;
}
