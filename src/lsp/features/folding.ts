import {
  type FoldingRange,
  FoldingRangeKind,
  type Position,
  type SelectionRange,
} from 'vscode-languageserver-protocol';
import { type SlidePlace, slidesIn } from '../decks/slides.ts';
import type { DeckText } from '../decks/workspace.ts';
import { rangeOfLines } from '../text/positions.ts';
import type { Region } from '../text/scan.ts';

/** Slides, front matter, fences, notes and other blocks, tables and comments. */
export function foldingRanges(text: DeckText): FoldingRange[] {
  const { lines, regions } = text.scanned;
  const slides = slidesIn(text).map((slide) => ({
    startLine: slide.first,
    endLine: lastLine(slide, lines),
  }));
  const others = regions.map(({ kind, first, last }) => ({
    startLine: first,
    endLine: last,
    ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
  }));
  const all = new Map([...others, ...slides].map((range) => [range.startLine, range]));
  return [...all.values(), ...inside(others, all)].filter(
    ({ startLine, endLine }) => endLine > startLine,
  );
}

/** Regions that begin on the line of a slide. */
function inside(others: readonly FoldingRange[], all: ReadonlyMap<number, FoldingRange>) {
  return others.filter((range) => all.get(range.startLine) !== range);
}

function lastLine({ first, end }: SlidePlace, lines: readonly string[]): number {
  for (let at = Math.min(end, lines.length) - 1; at > first; at--) if (lines[at]?.trim()) return at;
  return first;
}

/** The line, the block, the slide and the text around a place. */
export function selectionRanges(text: DeckText, { line }: Position): SelectionRange {
  const { scanned } = text;
  const { lines } = scanned;
  const whole = [0, lines.length - 1] as const;
  const slide = slidesIn(text).findLast(({ first }) => first <= line);
  const blocks = scanned.regions.filter(({ first, last }: Region) => first <= line && line <= last);
  const paragraph = paragraphAt(lines, line);
  const all = [
    [line, line] as const,
    ...(blocks.length === 0 ? [paragraph] : []),
    ...blocks.toReversed().map(({ first, last }) => [first, last] as const),
    ...(slide ? [[slide.first, lastLine(slide, lines)] as const] : []),
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
