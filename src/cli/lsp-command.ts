import type { LoadPipeline } from '../base/pipeline.ts';
import type { Terminal } from '../base/terminal.ts';
import { parseArguments } from './arguments.ts';
import { type Command, exitCodes } from './command.ts';
import { helpOption } from './help.ts';
import { UsageError } from './usage-error.ts';

const options = {
  stdio: { type: 'boolean', help: 'use the standard streams; there is no other way' },
  help: helpOption,
} as const;

export const lspCommand: Command = {
  name: 'lsp',
  summary: 'serve an editor by the Language Server Protocol',
  operands: '',
  details: `Editors start this command. It checks decks as they are written, and completes, explains,
finds, renames, corrects, moves and formats what is in them.`,
  options,
  examples: ['lectern lsp --stdio'],
  run: serve,
};

async function serve(
  argv: readonly string[],
  _terminal: Terminal,
  loadPipeline: LoadPipeline,
): Promise<number> {
  const { operands } = parseArguments(options, argv);
  if (operands.length > 0) throw new UsageError('no file is expected', 'the editor opens decks');
  const { builderVariable } = await import('../lsp/builds/builder.ts');
  if (process.send && process.env[builderVariable]) {
    const { serveBuilds } = await import('../lsp/builds/serve-builds.ts');
    await serveBuilds(loadPipeline);
    return exitCodes.done;
  }
  const { serveEditor } = await import('../lsp/server.ts');
  await serveEditor(process.stdin, process.stdout);
  return exitCodes.done;
}
