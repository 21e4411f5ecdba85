import { checkLevels, checkRules } from '../../model/check.ts';
import { dialects } from '../../model/source.ts';

/** The JSON schema of `lectern.config.json`, for editors. */
export function configSchema() {
  const levels = { enum: checkLevels };
  const rules = Object.entries(checkRules).map(([name, summary]) => {
    return [name, { description: summary, ...levels }] as const;
  });
  const list = { type: ['array', 'string'], items: { type: 'string' } };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of a folder of Lectern decks',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Where this schema is.' },
      dialect: {
        description: 'The tool for which the decks were written; found for each deck if absent.',
        enum: dialects,
      },
      check: {
        description: 'The levels of checks.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(rules),
      },
      links: {
        description: 'Links to the web.',
        type: 'object',
        additionalProperties: false,
        properties: {
          ignore: {
            description: 'Addresses that are not checked; "*" matches any characters.',
            ...list,
          },
        },
      },
      words: { description: 'Words that the spelling check knows.', ...list },
    },
  } as const;
}
