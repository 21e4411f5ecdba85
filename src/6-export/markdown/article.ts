import { parseDocument } from 'htmlparser2';
import { withoutPrivateContent } from '../../2-parse/share.ts';
import { Report } from '../../base/diagnostics/report.ts';
import type { Block, Heading } from '../../model/blocks.ts';
import type { Deck, Slide } from '../../model/deck.ts';
import type { BuiltPage } from '../../model/page.ts';
import type { ExportedFile } from '../exporter.ts';
import { escapeText, markdown } from '../notes/markdown.ts';
import { NotesWriter, prefixed } from '../notes/writer.ts';
import { writeBlocks } from './blocks.ts';
import { writeInlines } from './inlines.ts';
import { Scene } from './scene.ts';

interface ArticleOptions {
  /** The name of the file, without its extension. */
  readonly stem: string;
  /** The numbers of the slides to include. */
  readonly slides: readonly number[];
  /** Whether the speaker notes follow each slide, as quotes. */
  readonly notes: boolean;
}

/**
 * Writes a deck as a text in GitHub's Markdown, a section for each slide.
 *
 * @returns the text, and the files that it shows
 */
export function writeArticle(built: BuiltPage, options: ArticleOptions): readonly ExportedFile[] {
  const { deck: whole } = built.contents;
  // A text would also show the elements that a page never shows.
  const deck: Deck = withoutPrivateContent(whole, new Report());
  const scene = new Scene(built, deck, options.stem);
  const slides = deck.stacks.flat();
  const parts = options.slides.flatMap((number) => {
    const slide = slides[number - 1];
    if (!slide) return [];
    scene.slide = slide;
    scene.number = number;
    const notes = options.notes ? writeNotes(built, number) : '';
    return [writeSlide(slide, number, scene), notes];
  });
  const footnotes = writeFootnotes(scene);
  const text = [head(built, slides[0], options.slides), ...parts, footnotes]
    .filter((part) => part !== '')
    .join('\n\n');
  return [
    { ending: '.md', content: `${text}\n`, slides: options.slides.length },
    ...scene.files.map((file) => ({ ...file, slides: 0 })),
  ];
}

/** The title of the deck, unless its first slide says it, with the author and the date. */
function head(built: BuiltPage, first: Slide | undefined, numbers: readonly number[]): string {
  if (numbers[0] === 1 && first?.title === built.title) return '';
  return [markdown.heading(1, escapeText(built.title)), factsOf(built)]
    .filter((text) => text !== '')
    .join('\n\n');
}

function writeSlide(slide: Slide, number: number, scene: Scene): string {
  const blocks = slide.slots.flatMap((slot) => slot.blocks);
  const at = blocks.findIndex((block) => isTitle(block, slide));
  const heading = blocks[at];
  const rest = blocks.filter((_, i) => i !== at);
  scene.titleLevel = heading?.kind === 'heading' ? heading.level : 1;
  const level = number === 1 && slide.title === scene.deck.title ? 1 : 2;
  const text =
    heading?.kind === 'heading'
      ? writeInlines(heading.content, scene).replace(/\\?\n/g, ' ').trim()
      : escapeText(slide.title);
  const title = text === '' ? markdown.rule : markdown.heading(level, text);
  return [title, level === 1 ? factsOf(scene.deck.frontMatter) : '', writeBlocks(rest, scene)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function factsOf({ author, date }: Pick<BuiltPage, 'author' | 'date'>): string {
  return escapeText([author, date].filter((text) => text !== undefined).join(' · '));
}

/** The heading of a slide that names it. */
function isTitle(block: Block, slide: Slide): block is Heading {
  return block.kind === 'heading' && slide.headings[0]?.span.line === block.span.line;
}

/** The notes of a slide as a quote. */
function writeNotes(built: BuiltPage, number: number): string {
  const notes = built.slides[number - 1]?.notes ?? '';
  const text = new NotesWriter(markdown).writeBlocks(parseDocument(notes).children);
  return text === '' ? '' : prefixed('> ', text);
}

/** At the end of the text, those of footnotes included. */
function writeFootnotes(scene: Scene): string {
  const texts: string[] = [];
  // The iteration includes those that are added meanwhile.
  let number = 0;
  for (const footnote of scene.footnotes.values()) {
    number++;
    const text = writeBlocks(footnote.blocks, scene).replace(/\n(?=.)/g, '\n    ');
    texts.push(`[^${number}]: ${text}`);
  }
  return texts.join('\n');
}
