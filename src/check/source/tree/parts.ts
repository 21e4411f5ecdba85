import type { ReadDiagrams } from '../../../3-resolve/resources.ts';
import { spanOfFile } from '../../../base/span.ts';
import type { Block } from '../../../model/blocks.ts';
import type { Deck, Slide } from '../../../model/deck.ts';
import type { Span } from '../../../model/source.ts';
import { addBlocks } from './blocks.ts';
import { TreeBuilder } from './builder.ts';
import type { SourceElement } from './element.ts';
import { addInlines } from './inlines.ts';

/** A slide and its number, from 1. */
export interface NumberedSlide {
  readonly number: number;
  readonly slide: Slide;
}

export function numberedSlides({ stacks }: Deck): readonly NumberedSlide[] {
  return stacks.flat().map((slide, index) => ({ slide, number: index + 1 }));
}

/** A part of a deck with text of its own. */
export interface Part {
  readonly of: 'slide' | 'notes' | 'footnote' | 'edge';
  /** Absent for footnotes, and for the header and footer. */
  readonly slide?: NumberedSlide;
  readonly root: SourceElement;
}

/** The parts of a deck: its slides, each with its notes, its footnotes, its header and its footer. */
export function* partsOf(
  deck: Deck,
  slides: readonly NumberedSlide[],
  diagrams: ReadDiagrams,
): Generator<Part, void> {
  // Footnotes are on the slides that refer to them, and in their language.
  const languages = new Map<string, string | undefined>();
  for (const numbered of slides) {
    const { slots, notes, span, settings } = numbered.slide;
    const read = (texts: readonly (readonly Block[])[]): SourceElement => {
      const { root, footnotes } = readParts(texts, diagrams, span, settings.lang);
      for (const key of footnotes) if (!languages.has(key)) languages.set(key, settings.lang);
      return root;
    };
    const blocks = slots.map((slot) => slot.blocks);
    yield { of: 'slide', slide: numbered, root: read(blocks) };
    if (notes.length > 0) yield { of: 'notes', slide: numbered, root: read([notes]) };
  }
  for (const [key, { blocks, span }] of deck.footnotes) {
    const { root } = readParts([blocks], diagrams, span, languages.get(key));
    yield { of: 'footnote', root };
  }
  yield* edgesOf(deck);
}

/** @param texts elements of HTML end with the text that contains them */
function readParts(
  texts: readonly (readonly Block[])[],
  diagrams: ReadDiagrams,
  span: Span,
  lang?: string,
): TreeBuilder {
  const attributes = new Map(lang === undefined ? [] : [['lang', lang]]);
  const builder = new TreeBuilder(span, diagrams, attributes);
  for (const blocks of texts) builder.add('div', span, undefined, () => addBlocks(blocks, builder));
  return builder;
}

function edgesOf({ header, footer, frontMatter, texts }: Deck): readonly Part[] {
  const [own] = texts;
  const lines = [
    [header, frontMatter.header],
    [footer, frontMatter.footer],
  ] as const;
  return lines.flatMap(([inlines, source]) => {
    if (inlines.length === 0) return [];
    const span = source?.span ?? spanOfFile(own?.path ?? '');
    const builder = new TreeBuilder(span, new Map());
    addInlines(inlines, span, builder);
    return [{ of: 'edge', root: builder.root } as const];
  });
}
