import path from 'node:path';
import { z } from 'zod';
import { explainWriteError, writeAtomically } from '../../../base/files/atomic-write.ts';
import { formatPath } from '../../../base/units.ts';
import { deckInput } from '../inputs.ts';
import { defineTool } from '../tool.ts';
import { ToolError } from '../tool-error.ts';
import { afterWriting } from '../write-deck.ts';

export const create = defineTool({
  name: 'create',
  description: `Creates a deck with the given Markdown: front matter, then slides with --- on a line of its own between blank lines. Never replaces a file. Example of a text:
---
title: The harvest
theme: paper
---

# The harvest

---

## One good year

- Rain in May`,
  input: { deck: deckInput, text: z.string().max(1_000_000).describe('the whole deck') },
  writes: true,
  async run({ deck: name, text }, session) {
    const file = session.project.newDeck(name);
    if (text.includes('\0')) throw new ToolError('a deck contains no NUL character');
    const { root } = session.project;
    try {
      await writeAtomically(file, text.endsWith('\n') ? text : `${text}\n`, { isNew: true });
    } catch (error) {
      throw new ToolError(explainWriteError(error, file, root).message);
    }
    // Its folder may have been replaced by a link meanwhile; then it cannot be read.
    const deck = session.project.deck(path.relative(root, file));
    return { data: { written: formatPath(deck, root), ...(await afterWriting(deck, session)) } };
  },
});
