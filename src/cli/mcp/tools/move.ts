import { z } from 'zod';
import { moveSlide } from '../../../base/text/edit-slides.ts';
import { deckInput, slideInput, versionInput } from '../inputs.ts';
import { defineTool } from '../tool.ts';
import { ToolError } from '../tool-error.ts';
import { expectVersion, openForWriting, slideOf, slidesIn, writeDeck } from '../write-deck.ts';

export const move = defineTool({
  name: 'move',
  description:
    'Moves a slide below slide "after", both numbers as they are before the move; 0 makes it the first one. Both are in the same file. The version is that of the slide that is moved.',
  input: {
    deck: deckInput,
    slide: slideInput,
    after: z.number().int().min(0).max(5000),
    version: versionInput,
  },
  writes: true,
  async run({ deck: name, slide: number, after, version }, session) {
    const open = await openForWriting(name, session);
    const slide = slideOf(open, number);
    expectVersion(slide, version, number);
    const { file } = slide;
    const target = after === 0 ? undefined : slideOf(open, after);
    const own = slidesIn(open.slides, file.realPath);
    const [first = slide] = own;
    if ((target ?? slideOf(open, 1)).file.realPath !== file.realPath) {
      throw new ToolError(
        'the two slides are in different files: insert the text there, and remove the slide with an empty write_slide',
      );
    }
    if (after === number || (target ?? first) === slide) {
      throw new ToolError('the slide is there already');
    }
    const rest = own.filter((each) => each !== slide);
    const index = target ? rest.indexOf(target) + 1 : 0;
    const above = [...rest.slice(0, index), slide, ...rest.slice(index)].map(({ text }) => text);
    const fresh = moveSlide(file.text, slide, target, first);
    return writeDeck(open, file, fresh, { above, below: [] }, session);
  },
});
