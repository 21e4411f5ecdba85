import { findFrontMatter } from '../../1-load/find-front-matter.ts';
import { lex } from '../../1-load/lexing/lexer.ts';
import { openSlide } from '../../1-load/slides/open-slide.ts';
import { splitSlides } from '../../1-load/slides/split.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { originalSpan, spanAt } from '../../base/span.ts';
import type { Slide } from '../../model/deck.ts';
import type { SlideSource, Span } from '../../model/source.ts';
import type { DeckContents, OpenDeck } from './open-deck.ts';
import type { DeckText } from './workspace.ts';

/** The text of a slide. */
type SlideInFile = Pick<SlideSource, 'slide' | 'file' | 'line'>;

/** A slide in one of the files of a deck. Lines count from 0. */
export interface SlidePlace {
  readonly source: SlideInFile;
  /** Absent if the slide is hidden, or includes others. */
  readonly slide?: Slide;
  /** The break, or its first line with text. */
  readonly first: number;
  /** The line below it. */
  readonly end: number;
  readonly span: Span;
}

/** The slides that are written in a file, in their order. */
export function slidesIn({ contents, deck, file, scanned }: DeckText): readonly SlidePlace[] {
  const own =
    contents.source.dialect === 'lectern'
      ? writtenSlides(deck, contents, file)
      : contents.source.slides.filter((each) => each.file.realPath === file);
  const shown = new Map(contents.deck.stacks.flat().map((slide) => [placeOf(slide.span), slide]));
  // A file that is included twice has the same slides twice.
  const unique = new Map(own.map((each) => [each.line, each]));
  const starts = [...unique.values()].map((each) => ({ source: each, span: startOf(each) }));
  const sorted = starts.toSorted((a, b) => a.span.line - b.span.line);
  const { lines, regions } = scanned;
  const matter = regions.find(({ kind }) => kind === 'front-matter');
  return sorted.map(({ source, span }, i) => {
    const slide = shown.get(placeOf(span));
    const end = (sorted[i + 1]?.span.line ?? lines.length + 1) - 1;
    let first = Math.max(span.line - 1, (matter?.last ?? -1) + 1);
    while (first < end - 1 && !lines[first]?.trim()) first++;
    return { source, first, end, span, ...(slide && { slide }) };
  });
}

/** The slides as they are in the file, those that include others as well. */
function writtenSlides(
  deck: OpenDeck,
  { source }: DeckContents,
  realPath: string,
): readonly SlideInFile[] {
  const file = deck.textOf(realPath);
  const report = new Report();
  const matter = findFrontMatter(file, report);
  const own = /^split[ \t]*:[ \t]*([1-6])/m.exec(file.text.slice(matter?.start, matter?.end))?.[1];
  const isMain = realPath === source.file.realPath;
  const split = isMain || !matter ? source.frontMatter.split : own && Number(own);
  const start = matter?.bodyStart ?? 0;
  const lexed = lex(file, start, report, deck.memo);
  return splitSlides(file, start, lexed, split || undefined, report).map((text) => {
    const opened = deck.memo.get(openSlide, [text.text, realPath, lexed.definitions], () =>
      openSlide(text, realPath),
    );
    return { slide: opened.slide, file, line: text.line };
  });
}

/** The slide that is written at a line. */
export function slideAt(text: DeckText, line: number): SlidePlace | undefined {
  return slidesIn(text).findLast(({ first }) => first <= line);
}

/** The last line of a slide that is not blank. */
export function lastLineOf({ first, end }: SlidePlace, lines: readonly string[]): number {
  for (let at = Math.min(end, lines.length) - 1; at > first; at--) if (lines[at]?.trim()) return at;
  return first;
}

/** Where a slide begins in the author's text. */
function startOf({ slide, file, line }: SlideInFile): Span {
  const placed = { ...slide.span, file: file.path, line: slide.span.line + line - 1 };
  return originalSpan(file, placed);
}

function placeOf({ file, line }: Span): string {
  return `${file}:${line}`;
}

/** The headings of a slide, as the lexer sees them. */
export function headingsOf({ source }: Pick<SlidePlace, 'source'>): readonly SlideHeadingText[] {
  const { slide, file, line } = source;
  const found: SlideHeadingText[] = [];
  let offset = slide.offset;
  for (const token of slide.tokens) {
    const [, hashes = '', text = ''] = /^(?: {0,3})(#{1,6})[ \t]+([^\n]*)/.exec(token.raw) ?? [];
    const underlined = /^([^\n]+)\n[ \t]*(=+|-+)[ \t]*(?:\n|$)/.exec(token.raw);
    const isHeading = /heading|attributed/.test(token.type);
    if (isHeading && (hashes !== '' || underlined)) {
      const at = spanAt(slide.file, offset, (token.raw.split('\n')[0] ?? '').length);
      const placed = { ...at, file: file.path, line: at.line + line - 1 };
      const level = hashes.length || (underlined?.[2]?.startsWith('=') ? 1 : 2);
      found.push({
        level,
        text: titleIn(text || (underlined?.[1] ?? '')),
        span: originalSpan(file, placed),
      });
    }
    offset += token.raw.length;
  }
  return found;
}

export interface SlideHeadingText {
  readonly level: number;
  readonly text: string;
  readonly span: Span;
}

/** The text of a heading without marks. */
export function titleIn(text: string): string {
  return text
    .replace(/[ \t]+#+[ \t]*$/, '')
    .replace(/[ \t]*\{[^{}]*\}[ \t]*$/, '')
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/g, '$1')
    .replace(/[*_`]+/g, '')
    .trim();
}
