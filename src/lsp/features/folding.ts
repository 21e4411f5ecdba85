import {
  type FoldingRange,
  FoldingRangeKind,
  type Position,
  type SelectionRange,
} from 'vscode-languageserver-protocol';
import { lastLineOf, slideAt, slidesIn } from '../decks/slides.ts';
import type { DeckText } from '../decks/workspace.ts';
import { rangeOfLines } from '../text/positions.ts';
import type { Region } from '../text/scan.ts';

/** Slides, front matter, fences, notes and other blocks, tables and comments. */
export function foldingRanges(text: DeckText): FoldingRange[] {
  const { lines, regions } = text.scanned;
  // Of ranges that begin on the same line, editors use the first.
  const slides = slidesIn(text).map((slide) => ({
    startLine: slide.first,
    endLine: lastLineOf(slide, lines),
  }));
  const others = regions.map(({ kind, first, last }) => ({
    startLine: first,
    endLine: last,
    ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
  }));
  return [...slides, ...others].filter(({ startLine, endLine }) => endLine > startLine);
}

/** The line, the block, the slide and the text around a place. */
export function selectionRanges(text: DeckText, { line }: Position): SelectionRange {
  const { scanned } = text;
  const { lines } = scanned;
  const whole = [0, lines.length - 1] as const;
  const slide = slideAt(text, line);
  const blocks = scanned.regions.filter(({ first, last }: Region) => first <= line && line <= last);
  const paragraph = paragraphAt(lines, line);
  const all = [
    [line, line] as const,
    ...(blocks.length === 0 ? [paragraph] : []),
    ...blocks.toReversed().map(({ first, last }) => [first, last] as const),
    ...(slide ? [[slide.first, lastLineOf(slide, lines)] as const] : []),
    whole,
  ];
  return (
    all.reduceRight<SelectionRange | undefined>((parent, [first, last]) => {
      const range = rangeOfLines(first, last, lines[last] ?? '');
      return { range, ...(parent && { parent }) };
    }, undefined) ?? { range: rangeOfLines(line, line, lines[line] ?? '') }
  );
}

function paragraphAt(lines: readonly string[], line: number): readonly [number, number] {
  let [first, last] = [line, line];
  while (lines[first - 1]?.trim()) first--;
  while (lines[last + 1]?.trim()) last++;
  return [first, last];
}
