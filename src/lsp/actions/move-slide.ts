import type { TextEdit } from 'vscode-languageserver-protocol';
import { type SlidePlace, slidesIn } from '../decks/slides.ts';
import type { DeckText } from '../decks/workspace.ts';
import { withLineEndsOf } from '../text/line-ends.ts';

/** The edit that exchanges the slide at a line with the one above or below it in its file. */
export function moveSlide(
  text: DeckText,
  line: number,
  direction: 'up' | 'down',
): TextEdit | undefined {
  const { contents, scanned } = text;
  const slides = slidesIn(text);
  const index = slides.findLastIndex(({ first }) => first <= line);
  const upper = slides[direction === 'up' ? index - 1 : index];
  const lower = slides[direction === 'up' ? index : index + 1];
  if (!upper || !lower) return undefined;
  const { lines } = scanned;
  const isOwn = contents.source.dialect === 'lectern';
  if (!isOwn && ![upper, lower].every((each) => isWhole(each, each === slides[0], lines))) {
    return undefined;
  }
  const [top, bottom] = [upper, lower].map(({ first, end }) => partsOf(lines.slice(first, end)));
  if (!top || !bottom) return undefined;
  const hasBreak = top.slideBreak !== undefined;
  const newLines = [
    ...written(bottom, hasBreak || bottom.hasSettings ? (bottom.slideBreak ?? '---') : undefined),
    '',
    ...written(top, top.slideBreak ?? bottom.slideBreak),
  ];
  const last = lines.slice(0, lower.end).findLastIndex((each) => each.trim() !== '');
  return {
    range: {
      start: { line: upper.first, character: 0 },
      end: { line: last, character: lines[last]?.length ?? 0 },
    },
    newText: withLineEndsOf(text.document, newLines.join('\n')),
  };
}

/** Whether the lines of a slide of another tool's deck are all that it consists of. */
function isWhole({ first }: SlidePlace, isFirst: boolean, lines: readonly string[]): boolean {
  return isFirst || /^---[ \t]*$/.test(lines[first] ?? '');
}

interface Parts {
  readonly slideBreak?: string;
  /** Whether settings follow the break. */
  readonly hasSettings: boolean;
  readonly content: readonly string[];
}

function partsOf(lines: readonly string[]): Parts {
  const first = lines[0]?.trimEnd() ?? '';
  const isBreak = /^---?$/.test(first);
  const content = isBreak ? lines.slice(1) : lines;
  const hasSettings = isBreak && /^[A-Za-z_][\w-]*[ \t]*:/.test(content[0] ?? '');
  const start = content.findIndex((line) => line.trim() !== '');
  const end = content.findLastIndex((line) => line.trim() !== '');
  const own = start < 0 ? [] : content.slice(start, end + 1);
  return { ...(isBreak && { slideBreak: first }), hasSettings, content: own };
}

function written(
  { hasSettings, content }: Parts,
  slideBreak: string | undefined,
): readonly string[] {
  if (slideBreak === undefined) return content;
  return [slideBreak, ...(hasSettings ? [] : ['']), ...content];
}
