import { z } from 'zod';
import { insertAfter, insertBefore } from '../../../base/text/edit-slides.ts';
import { deckInput, textInput, versionInput } from '../inputs.ts';
import { defineTool } from '../tool.ts';
import {
  expectVersion,
  openForWriting,
  slideOf,
  slidesIn,
  textsAround,
  writeDeck,
} from '../write-deck.ts';

export const insert = defineTool({
  name: 'insert',
  description:
    'Adds a slide below slide "after", in the same file; 0 adds it as the first one. The version is that of slide "after", or of slide 1 if "after" is 0. Answers with what check says, and with the new versions.',
  input: {
    deck: deckInput,
    after: z.number().int().min(0).max(5000),
    text: textInput,
    version: versionInput,
  },
  writes: true,
  async run({ deck: name, after, text, version }, session) {
    const open = await openForWriting(name, session);
    const slide = slideOf(open, Math.max(1, after));
    expectVersion(slide, version, Math.max(1, after));
    const { file } = slide;
    if (after > 0) {
      const unchanged = textsAround(
        open,
        file,
        ({ start }) => start <= slide.start,
        ({ start }) => start > slide.start,
      );
      return writeDeck(open, file, insertAfter(file.text, slide, text), unchanged, session);
    }
    const [first = slide] = slidesIn(open.slides, file.realPath);
    const unchanged = textsAround(
      open,
      file,
      () => false,
      () => true,
    );
    return writeDeck(open, file, insertBefore(file.text, first, text), unchanged, session);
  },
});
