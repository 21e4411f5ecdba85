import { placeSpans } from '../1-load/slides/place-spans.ts';
import { lineStarts } from '../base/span.ts';
import type { DeckSource, SlideSource, Span, TextFile } from '../model/source.ts';
import {
  authorOf,
  type ComparedText,
  compareTexts,
  type Stretch,
  sourceOf,
} from './compared-text.ts';

/** A slide in its author's text and, in a deck of another tool, in Lectern's Markdown. */
export interface SlideText {
  /** Where it begins, as its page says. */
  readonly span: Span;
  /** Whether its author has hidden it, or only its footnotes are used. */
  readonly isHidden: boolean;
  /** The translated file; the author's, if it was not translated. */
  readonly file: TextFile;
  readonly compared: ComparedText;
  readonly author: Stretch;
  readonly translated: Stretch;
}

/** The text of a part of a deck. */
export type PartText = Omit<SlideText, 'span' | 'isHidden'>;

/** The texts of all slides, and what is above the first one of the deck. */
export interface DeckTexts {
  readonly head: PartText;
  readonly slides: readonly SlideText[];
}

/** Divides the texts of a deck into its slides. */
export function slideTexts({ file, slides }: DeckSource): DeckTexts {
  const compared = new Map<TextFile, ComparedText>();
  const comparedTo = (each: TextFile): ComparedText => {
    const known = compared.get(each) ?? compareTexts(each);
    compared.set(each, known);
    return known;
  };
  const texts = slides.map((slide, i): SlideText => {
    const next = slides.slice(i + 1).find((other) => other.file === slide.file);
    const start = startOf(slide);
    const author = authorStart(slide);
    const authorEnd = next ? authorStart(next) : authorText(slide.file).length;
    return {
      span: placeSpans(slide.slide.span, slide.file, slide.line),
      isHidden: slide.isShown === false || slide.slide.frontMatter.hide === true,
      file: slide.file,
      compared: comparedTo(slide.file),
      author: { start: author, end: Math.max(author, authorEnd) },
      translated: { start, end: next ? startOf(next) : slide.file.text.length },
    };
  });
  const first = texts.find((text) => text.file === file);
  const head = {
    file,
    compared: comparedTo(file),
    author: { start: 0, end: first?.author.start ?? authorText(file).length },
    translated: { start: 0, end: first?.translated.start ?? file.text.length },
  };
  return { head, slides: texts };
}

/** The text of the author's file. */
function authorText(file: TextFile): string {
  return authorOf(file).text;
}

function startOf({ file, line }: SlideSource): number {
  return lineStarts(file)[line - 1] ?? file.text.length;
}

/** Where a slide begins in the author's text: at its break; the first one below the front matter. */
function authorStart(slide: SlideSource): number {
  const { file } = slide;
  const text = authorText(file);
  const start = startOf(slide);
  const isFirst = file.text.slice(0, start).replace(frontMatter, '').trim() === '';
  const below = frontMatter.exec(text)?.[0].length ?? 0;
  const at = isFirst ? below : sourceOf(file, start);
  // Text that is inserted comes from the end of the line before it.
  return Math.max(below, text[at] === '\n' ? at + 1 : text.lastIndexOf('\n', at - 1) + 1);
}

/** As tools find it, also below blank lines. */
const frontMatter = /^\s*---[ \t]*\n(?:[\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
