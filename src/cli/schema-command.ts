import { suggest } from '../base/diagnostics/suggest.ts';
import type { Terminal } from '../base/terminal.ts';
import { parseArguments } from './arguments.ts';
import { type Command, exitCodes } from './command.ts';
import { helpOption } from './help.ts';
import { UsageError } from './usage-error.ts';

const options = { help: helpOption } as const;

export const schemaCommand: Command = {
  name: 'schema',
  summary: 'print JSON schemas for editors',
  operands: '[name]',
  details: `Prints the JSON schema (draft 7) of what is written in YAML or JSON, which editors use to
complete and check it:

  front-matter  the front matter of a deck (default)
  slide         the settings of a slide
  chart         the settings of a chart
  config        lectern.config.json`,
  options,
  examples: ['lectern schema', 'lectern schema config'],
  run: printSchema,
};

async function printSchema(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { operands } = parseArguments(options, argv);
  const { jsonSchema, schemaNames } = await import('../schema/schemas.ts');
  const [written = 'front-matter', second] = operands;
  const name = schemaNames.find((each) => each === written);
  if (second !== undefined) throw new UsageError('expected one name', 'as in lectern schema slide');
  if (!name) throw new UsageError(`there is no schema "${written}"`, suggest(written, schemaNames));
  terminal.print(`${JSON.stringify(jsonSchema(name), null, 2)}\n`);
  return exitCodes.done;
}
