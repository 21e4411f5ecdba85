import type { Token } from 'markdown-it';
import { lineStarts } from '../../../base/span.ts';
import { isBelowText } from '../shared/is-below-text.ts';
import type { TextEdits } from '../text-edits.ts';
import { translateFence } from './fences.ts';
import { fitAttributes, isFit } from './fit-heading.ts';
import { type BackgroundImage, type FoundInline, translateInlines } from './inlines.ts';
import { translateLists } from './lists.ts';
import { noteBlock, translateNote } from './notes.ts';
import { readComment } from './read/directives.ts';
import { InlineText } from './read/inline-text.ts';
import type { Directives } from './read/loose-yaml.ts';
import type { MarpTokens } from './read/reader.ts';
import type { MarpSlide } from './read/slides.ts';
import type { StyleText } from './style/style-texts.ts';

/** What is translated, and where to. */
export interface MarpDeck {
  readonly found: MarpTokens;
  readonly edits: TextEdits;
  /** Whether line ends are line breaks. */
  readonly breaks: boolean;
}

/** What the content of a slide says about the slide. */
export interface FoundInSlide {
  readonly applied: readonly Directives[];
  readonly backgrounds: readonly BackgroundImage[];
  /** Those that are scoped are for this slide only. */
  readonly styles: readonly StyleText[];
  /** Whether it shows nothing but backgrounds. */
  readonly isEmpty: boolean;
}

/** Translates the content of a slide. @param end the offset of its end in the file */
export function translateSlide(slide: MarpSlide, end: number, deck: MarpDeck): FoundInSlide {
  const reading = new SlideReading(deck);
  for (const token of slide.tokens) reading.read(token);
  reading.writeFits();
  translateLists(slide.tokens, deck.edits);
  const notes = reading.notes.map((text) => `\n${noteBlock(text)}`).join('');
  if (notes !== '')
    deck.edits.insert(end, `${deck.edits.author.text[end - 1] === '\n' ? '' : '\n'}${notes}\n`);
  return { ...reading, isEmpty: !reading.hasContent };
}

class SlideReading {
  readonly applied: Directives[] = [];
  readonly backgrounds: BackgroundImage[] = [];
  readonly notes: string[] = [];
  readonly styles: StyleText[] = [];
  hasContent = false;
  readonly #deck: MarpDeck;
  /** The line of the row whose cells are read, and the offset after the last one. */
  #row: { readonly line: number; after: number } | undefined;
  #isHeading = false;
  /** Headings that are as wide as the slide. */
  readonly #fits: { readonly at: number; readonly content: string }[] = [];

  constructor(deck: MarpDeck) {
    this.#deck = deck;
  }

  read(token: Token): void {
    if (token.type === 'comment') this.#readComment(token);
    else if (token.type === 'style') this.#readStyle(token);
    else if (token.type === 'tr_open') this.#row = { line: token.map?.[0] ?? 0, after: 0 };
    else if (token.type === 'table_close') this.#row = undefined;
    else if (token.type === 'inline') this.#readInline(token);
    else if (shown.has(token.type)) this.hasContent = true;
    if (token.type === 'fence') translateFence(token, this.#deck.edits);
    if (token.type === 'heading_open') this.#readHeading(token);
    else if (token.type === 'heading_close') this.#isHeading = false;
  }

  /** Writes the sizes of headings, for the room that images next to them leave. */
  writeFits(): void {
    const side = this.backgrounds.findLast(({ options }) => options.side);
    const share = Number.parseFloat(side?.options.share ?? '50') / 100;
    for (const { at, content } of this.#fits) {
      this.#deck.edits.insert(at, fitAttributes(content, side ? 1 - share : 1));
    }
  }

  #readStyle(token: Token): void {
    const [, attributes = '', css = ''] =
      /<style([^>]*)>([\s\S]*?)<\/style>/i.exec(token.content) ?? [];
    const isScoped = /\bscoped\b/i.test(attributes);
    const file = this.#deck.edits.author;
    const start = file.text.indexOf(css, lineStarts(file)[token.map?.[0] ?? 0]);
    this.styles.push({ css, file, start: Math.max(0, start), isScoped });
    this.#remove(token);
  }

  #readComment(token: Token): void {
    const comment = readComment(token.content);
    const { edits } = this.#deck;
    // Notes keep their order: those in texts come after the slide.
    if (comment.kind === 'note' && token.level === 0 && this.notes.length === 0) {
      const [first = 0, below = 0] = token.map ?? [];
      const starts = lineStarts(edits.author);
      const start = starts[first] ?? 0;
      const raw = edits.author.text.slice(start, starts[below] ?? edits.author.text.length);
      translateNote(start, raw, edits);
      return;
    }
    this.#apply(token.content);
    this.#remove(token);
  }

  #apply(text: string): void {
    const comment = readComment(text);
    if (comment.kind === 'directives') this.applied.push(comment.directives);
    else if (comment.kind === 'note') this.notes.push(comment.text);
  }

  /** Removes a block. In a list or quote, its lines lose what is after the markers. */
  #remove({ map, level, content }: Token): void {
    const { edits } = this.#deck;
    const { text } = edits.author;
    const starts = lineStarts(edits.author);
    const [first = 0, below = 0] = map ?? [];
    const start = starts[first] ?? 0;
    const end = starts[below] ?? text.length;
    const isBetween = isBelowText(text, start) && /^[^\n]*\S/.test(text.slice(end));
    if (level === 0) {
      if (isBetween) edits.replace(start, end, '\n');
      else edits.remove(start, end);
    } else
      edits.remove(
        text.indexOf(content.trim().slice(0, 4), start),
        text.slice(0, end).trimEnd().length,
      );
  }

  #readInline(token: Token): void {
    const { found, edits, breaks } = this.#deck;
    const { author } = edits;
    const starts = lineStarts(author);
    const row = this.#row;
    const placed = row ? Object.assign(token, { map: [row.line, row.line + 1] }) : token;
    const inline = InlineText.of(placed, author.text, starts, row?.after);
    if (row && inline) row.after = inline.at(token.content.length);
    const hits = found.hits.get(token.children) ?? [];
    const isTop = token.level === 1 && !this.#isHeading;
    const { comments, backgrounds } = inline
      ? translateInlines({ token, hits, inline, isTop, breaks, isHeading: this.#isHeading }, edits)
      : nothing;
    if (inline && this.#isHeading && comments.some(isFit)) {
      this.#fits.push({ at: inline.at(token.content.length), content: token.content });
    }
    for (const comment of comments) this.#apply(comment);
    this.backgrounds.push(...backgrounds);
    if (hits.length > comments.length + backgrounds.length) this.hasContent = true;
  }

  /** Headings with a line below them become ones with signs before them. */
  #readHeading({ markup, map, tag }: Token): void {
    this.#isHeading = true;
    if (markup !== '-' && markup !== '=') return;
    const { edits } = this.#deck;
    const starts = lineStarts(edits.author);
    const [first = 0, below = 0] = map ?? [];
    const underline = starts[below - 1] ?? 0;
    edits.insert(starts[first] ?? 0, tag === 'h1' ? '# ' : '## ');
    edits.remove(underline - 1, (starts[below] ?? edits.author.text.length + 1) - 1);
  }
}

/** Blocks that are seen although they have no text. */
const shown: ReadonlySet<string> = new Set([
  ...['heading_open', 'fence', 'code_block', 'html_block', 'hr', 'math', 'table_open'],
  'list_item_open',
]);

const nothing: FoundInline = { comments: [], backgrounds: [] };
