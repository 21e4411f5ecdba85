import { z } from 'zod';
import { replaceSlide } from '../../../base/text/edit-slides.ts';
import { readFrontMatterOf, withFrontMatter } from '../front-matter.ts';
import { deckInput, textInput, versionInput } from '../inputs.ts';
import type { Session } from '../session.ts';
import { type Answer, defineTool } from '../tool.ts';
import { ToolError } from '../tool-error.ts';
import {
  expectVersion,
  type OpenDeck,
  openForWriting,
  slideOf,
  textsAround,
  writeDeck,
} from '../write-deck.ts';

export const writeSlide = defineTool({
  name: 'write_slide',
  description:
    'Replaces the Markdown of a slide, also of one in an included file. An empty text removes the slide. Slide 0 is the front matter: YAML such as "title: My talk\\ntheme: paper". Refused if the slide has changed since it was read. Answers with what check says, and with the new versions.',
  input: {
    deck: deckInput,
    slide: z
      .number()
      .int()
      .min(0)
      .max(5000)
      .describe('number of the slide, from 1; 0 for the front matter'),
    text: textInput,
    version: versionInput,
  },
  writes: true,
  async run({ deck: name, slide: number, text, version }, session) {
    const open = await openForWriting(name, session);
    if (number === 0) return writeFrontMatter(open, text, version, session);
    const slide = slideOf(open, number);
    expectVersion(slide, version, number);
    const { file } = slide;
    const unchanged = textsAround(
      open,
      file,
      ({ start }) => start < slide.start,
      ({ start }) => start > slide.start,
    );
    const fresh = replaceSlide(file.text, slide, text);
    return writeDeck(open, file, fresh, unchanged, session);
  },
});

function writeFrontMatter(
  open: OpenDeck,
  yaml: string,
  version: string,
  session: Session,
): Promise<Answer> {
  const { file } = open.slides;
  const now = readFrontMatterOf(file);
  if (now.version !== version) {
    throw new ToolError(
      `the front matter has changed since you read it; nothing was written. Its version is now ${now.version}, its text:\n\n${now.yaml}`,
    );
  }
  const unchanged = textsAround(
    open,
    file,
    () => false,
    () => true,
  );
  return writeDeck(open, file, withFrontMatter(file, yaml), unchanged, session);
}
