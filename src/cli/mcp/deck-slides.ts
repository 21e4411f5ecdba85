import { loadDeck } from '../../1-load/load.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { hash } from '../../base/hash.ts';
import { Inputs } from '../../base/inputs.ts';
import { offsetOf, originalSpan, spanAt } from '../../base/span.ts';
import type { Place } from '../../base/text/edit-slides.ts';
import { shownText } from '../../base/text/slide-text.ts';
import { headingsOf } from '../../lsp/decks/slides.ts';
import type { BuildOptions, Dialect, SlideSource, Span, TextFile } from '../../model/source.ts';
import { toolErrorOf } from './tool-error.ts';

/** A slide of a deck, in the file in which it is written. */
export interface DeckSlide extends Place {
  /** The file as its author wrote it. */
  readonly file: TextFile;
  /** Its first line, from 1. */
  readonly line: number;
  /** Its first heading; empty if it has none. */
  readonly title: string;
  /** As tools show it. */
  readonly text: string;
  /** Changes with its text. */
  readonly version: string;
}

export interface DeckSlides {
  readonly dialect: Dialect;
  /** The deck's own file. */
  readonly file: TextFile;
  /** In the order of the deck; those that are hidden as well. */
  readonly slides: readonly DeckSlide[];
}

/**
 * Reads where the slides of a deck are written.
 *
 * @throws {ToolError} if the deck cannot be read
 */
export async function readDeckSlides(deck: string, options: BuildOptions): Promise<DeckSlides> {
  const report = new Report();
  const source = await loadDeck(deck, options, new Inputs(), report);
  const file = source?.texts[0];
  if (!source || !file) throw toolErrorOf(report);
  const shown = source.slides.filter(({ isShown }) => isShown !== false);
  const placed = shown.map((slide) => ({ slide, ...startOf(slide) }));
  const slides = placed.map(({ slide, author, start }): DeckSlide => {
    const end =
      author === slide.file ? start + slide.slide.file.text.length : endOf(author, start, placed);
    const text = shownText(author.text.slice(start, end));
    const { line } = spanAt(author, start, 1);
    const title = headingsOf({ source: slide })[0]?.text ?? '';
    return { file: author, line, start, end, title, text, version: versionOf(text) };
  });
  return { dialect: source.dialect, file, slides };
}

/** Changes with a text. Short, as models copy it. */
export function versionOf(text: string): string {
  return hash(text).slice(0, 10);
}

interface Start {
  readonly author: TextFile;
  readonly start: number;
}

function startOf({ file, line }: SlideSource): Start {
  const span = originalSpan(file, { file: file.path, line, column: 1, length: 1 });
  const author = file.origins?.author ?? file;
  return { author, start: offsetOf(author, { line: span.line, column: 1 }) };
}

/** In a deck of another tool, a slide ends where the next one of its file begins. */
function endOf(author: TextFile, start: number, all: readonly Start[]): number {
  const starts = all.flatMap((each) =>
    each.author === author && each.start > start ? [each.start] : [],
  );
  return Math.min(author.text.length, ...starts);
}

/** The slide that contains a place: a slide that was divided has parts without a break of their own. */
export function slideAt({ slides }: DeckSlides, { file, line }: Span): DeckSlide | undefined {
  return slides.findLast((slide) => slide.file.path === file && slide.line <= line);
}
