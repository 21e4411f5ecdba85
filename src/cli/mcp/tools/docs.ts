import { z } from 'zod';
import { readManual } from '../../../base/manual/pages.ts';
import { chooseText } from '../../docs/docs-command.ts';
import { defineTool } from '../tool.ts';

export const docs = defineTool({
  name: 'docs',
  description:
    'The manual of Lectern. Without a topic, the list of topics; markdown and charts say what a deck may contain.',
  input: {
    topic: z.string().max(100).optional().describe('such as markdown'),
    section: z.string().max(200).optional().describe('a heading of the topic, such as layouts'),
  },
  writes: false,
  async run({ topic, section }) {
    const operands = [topic, topic === undefined ? undefined : section];
    return {
      text: chooseText(
        operands.filter((each) => each !== undefined),
        readManual(),
      ),
    };
  },
});
