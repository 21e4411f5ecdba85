import { deckInput } from '../inputs.ts';
import { defineTool } from '../tool.ts';

export const check = defineTool({
  name: 'check',
  description:
    'Finds what is wrong with a deck, in its source and, in a browser, on each slide: errors, content that does not fit, weak contrast, small text, missing alt texts, links to slides and files that are not there. Each finding has a slide, a file, a line, a message and a hint.',
  input: { deck: deckInput },
  writes: false,
  async run({ deck }, session) {
    return { data: await session.check(session.project.deck(deck)) };
  },
});
