import type { TextEdit } from 'vscode-languageserver-protocol';
import { lineStarts } from '../../base/span.ts';
import { moveSlide as moveIn, type Place } from '../../base/text/edit-slides.ts';
import { type SlidePlace, slidesIn } from '../decks/slides.ts';
import type { DeckText } from '../decks/workspace.ts';
import { changedLines } from '../text/changed-lines.ts';

/** The edit that exchanges the slide at a line with the one above or below it in its file. */
export function moveSlide(
  text: DeckText,
  line: number,
  direction: 'up' | 'down',
): TextEdit | undefined {
  const { contents, scanned, document } = text;
  const slides = slidesIn(text);
  const index = slides.findLastIndex(({ first }) => first <= line);
  const upper = slides[direction === 'up' ? index - 1 : index];
  const lower = slides[direction === 'up' ? index : index + 1];
  const [top] = slides;
  if (!upper || !lower || !top) return undefined;
  const { lines } = scanned;
  const isOwn = contents.source.dialect === 'lectern';
  if (!isOwn && ![upper, lower].every((each) => isWhole(each, each === top, lines))) {
    return undefined;
  }
  const file = { path: text.file, realPath: text.file, text: lines.join('\n') };
  const starts = lineStarts(file);
  const placeOf = ({ first, end }: SlidePlace): Place => ({
    start: starts[first] ?? 0,
    end: starts[end] ?? file.text.length,
  });
  const after = moveIn(file.text, placeOf(upper), placeOf(lower), placeOf(top));
  return changedLines(document, after);
}

/** Whether the lines of a slide of another tool's deck are all that it consists of. */
function isWhole({ first }: SlidePlace, isFirst: boolean, lines: readonly string[]): boolean {
  return isFirst || /^---[ \t]*$/.test(lines[first] ?? '');
}
