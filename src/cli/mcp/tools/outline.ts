import { deckInput } from '../inputs.ts';
import { hiddenIn, outlineOf } from '../outline.ts';
import { defineTool } from '../tool.ts';
import { openDeck } from '../write-deck.ts';

export const outline = defineTool({
  name: 'outline',
  description:
    'Lists the slides of a deck: number, title, layout, file and line, whether it has speaker notes, and the version to pass to write_slide, insert and move. Hidden slides follow on the last one.',
  input: { deck: deckInput },
  writes: false,
  async run({ deck: name }, session) {
    const open = await openDeck(session.project.deck(name), session);
    const { title, frontMatter } = open.read.deck;
    const { dialect } = open.slides;
    const theme = frontMatter.theme.name;
    return { data: { title, dialect, theme, slides: outlineOf(open), ...hiddenIn(open) } };
  },
});
