import { slideAt } from './deck-slides.ts';
import type { OpenDeck } from './write-deck.ts';

/** The slides of a deck, each in a few words. */
export function outlineOf({ slides, read }: OpenDeck): readonly object[] {
  return read.slides.map(({ number, slide }) => {
    const { title, layout, span, notes, seconds } = slide;
    return {
      slide: number,
      title,
      layout,
      file: span.file,
      line: span.line,
      notes: notes.length > 0,
      ...(seconds !== undefined && { seconds }),
      version: slideAt(slides, span)?.version ?? '',
    };
  });
}

/** The slides of a deck that the audience does not see, if there are any. */
export function hiddenIn({ numbered, hidden }: OpenDeck): { readonly hidden?: readonly object[] } {
  if (hidden.length === 0) return {};
  return {
    hidden: hidden.map(({ file, line, title, version }, i) => ({
      slide: numbered.length + i + 1,
      title,
      file: file.path,
      line,
      version,
    })),
  };
}
