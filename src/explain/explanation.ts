import { type Diagnostic, withoutNotes } from '../base/diagnostics/diagnostic.ts';
import { offsetOf } from '../base/span.ts';
import type { Page, PageSlide } from '../model/page.ts';
import type { DeckSource, Dialect, Span } from '../model/source.ts';
import { authorOf } from './compared-text.ts';
import { type DeckTexts, type PartText, type SlideText, slideTexts } from './slide-texts.ts';

/** What became of a deck, slide by slide. */
export interface Explanation {
  /** The deck, as messages show it. */
  readonly file: string;
  readonly title: string;
  readonly lang: string;
  readonly dialect: Dialect;
  /** What shows that it is a deck of that tool, as a note says it; absent if its author says so. */
  readonly reason?: string;
  /** Whether texts are left out, as they contain speaker notes. */
  readonly isShared: boolean;
  readonly head: Part;
  readonly slides: readonly ExplainedSlide[];
  /** What concerns no slide, such as a style sheet. */
  readonly others: readonly Diagnostic[];
  /** Why there are no images; absent if there are. */
  readonly withoutImages?: string;
}

/** A part of a deck with what was found in it. */
export interface Part {
  readonly text: PartText;
  readonly findings: readonly Diagnostic[];
}

/** A slide of the author's; it may have become several, or none. */
export interface ExplainedSlide extends Part {
  readonly text: SlideText;
  /** The slides of the page. */
  readonly pages: readonly PageSlide[];
}

/** A deck that was built. */
interface BuiltDeck {
  readonly source: DeckSource;
  /** Absent if it could not be built. */
  readonly page: Page | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly isShared: boolean;
  readonly withoutImages?: string | undefined;
}

/** Assigns the slides of a page and all findings to the author's texts. */
export function explainDeck(deck: BuiltDeck): Explanation {
  const { source, page, diagnostics, isShared, withoutImages } = deck;
  const texts = slideTexts(source);
  const note = diagnostics.find(({ code }) => code === 'dialect-read');
  const findings = diagnostics.filter(({ code }) => code !== 'dialect-read');
  const { head, slides, others } = assign(findings, texts);
  const pages = pagesOf(texts.slides, page?.slides ?? []);
  const reason = note?.message.replace(/^[^:]*: /, '');
  const file = source.texts[0] ?? source.file;
  return {
    file: file.path,
    title: page?.title || source.frontMatter.title || file.path,
    lang: source.frontMatter.lang,
    dialect: source.dialect,
    ...(reason !== undefined && { reason }),
    isShared,
    head: { text: texts.head, findings: head },
    slides: texts.slides.map((text, i) => ({
      text,
      pages: pages[i] ?? [],
      findings: slides[i] ?? [],
    })),
    others,
    ...(withoutImages !== undefined && { withoutImages }),
  };
}

/** The slides of the page that each slide of the author became: they follow each other. */
function pagesOf(
  texts: readonly SlideText[],
  pages: readonly PageSlide[],
): readonly (readonly PageSlide[])[] {
  const left = [...pages];
  return texts.map(({ span, isHidden }, i) => {
    if (isHidden) return [];
    const others = left.findIndex((page) => !isSame(page.span, span));
    const count = others < 0 ? left.length : others;
    // Slides that were inserted at one place of the author's text have the same span: one for each.
    const same = texts.slice(i + 1).filter((text) => !text.isHidden && isSame(text.span, span));
    return left.splice(0, Math.max(Math.min(count, 1), count - same.length));
  });
}

function isSame(a: Span, b: Span): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}

function assign(findings: readonly Diagnostic[], { head, slides }: DeckTexts) {
  const inHead: Diagnostic[] = [];
  const inSlides: Diagnostic[][] = slides.map(() => []);
  const others: Diagnostic[] = [];
  for (const finding of findings) {
    const index = slides.findIndex((text) => contains(text, finding.span));
    if (index >= 0) inSlides[index]?.push(finding);
    else if (contains(head, finding.span)) inHead.push(finding);
    else others.push(finding);
  }
  return { head: inHead, slides: inSlides, others };
}

function contains({ file, author }: PartText, span: Span | undefined): boolean {
  const original = authorOf(file);
  if (span?.file !== original.path || span.cell !== undefined) return false;
  const offset = offsetOf(original, span);
  return author.start <= offset && (offset < author.end || offset === original.text.length);
}

/** Whether anything of a slide's text was changed. */
export function isChanged({ text: { compared, author, translated } }: Part): boolean {
  const differs = (pieces: typeof compared.author, { start, end }: typeof author): boolean =>
    pieces.some((piece) => !piece.isKept && piece.start < end && piece.end > start);
  return differs(compared.author, author) || differs(compared.translated, translated);
}

/** The slides with errors or warnings. */
export function slidesWithProblems({ slides }: Explanation): readonly ExplainedSlide[] {
  return slides.filter(({ findings }) => withoutNotes(findings).length > 0);
}
