import path from 'node:path';
import { z } from 'zod';
import { formats } from '../../../6-export/formats.ts';
import { deckInput } from '../inputs.ts';
import { defineTool } from '../tool.ts';
import { runCommand } from './run-command.ts';

export const build = defineTool({
  name: 'build',
  description:
    'Writes dist/<name>.html, the deck as one file that needs no network. With errors, nothing is written.',
  input: {
    deck: deckInput,
    share: z.boolean().default(false).describe('omit the speaker notes and the source'),
  },
  writes: true,
  async run({ deck, share }, session) {
    const file = path.relative(session.project.root, session.project.deck(deck));
    const { buildCommand } = await import('../../build/build-command.ts');
    return runCommand(buildCommand, [...(share ? ['--share'] : []), `./${file}`], session);
  },
});

const names = formats.map(({ name }) => name);

export const exportTool = defineTool({
  name: 'export',
  description: `Writes the deck to dist/ in another format: ${formats.map(({ name, summary }) => `${name} (${summary})`).join(', ')}.`,
  input: {
    deck: deckInput,
    to: z.enum(names),
    slides: z
      .string()
      .max(200)
      .regex(/^[\d,\s-]+$/)
      .optional()
      .describe('only these, as in 3-7,12'),
  },
  writes: true,
  async run({ deck, to, slides }, session) {
    const file = path.relative(session.project.root, session.project.deck(deck));
    const chosen = slides === undefined ? [] : [`--slides=${slides}`];
    const { exportCommand } = await import('../../export/export-command.ts');
    return runCommand(
      exportCommand,
      ['--to', to, ...chosen, ...session.browserFlags, `./${file}`],
      session,
    );
  },
});
