import { realpathSync } from 'node:fs';
import path from 'node:path';
import { statsOf } from '../../base/files/file-stats.ts';
import type { LoadPipeline } from '../../base/pipeline.ts';
import type { Terminal } from '../../base/terminal.ts';
import { parseArguments } from '../arguments.ts';
import { type BrowserFlags, browserOptions, chooseBrowser } from '../browser/choose-browser.ts';
import { SharedBrowser } from '../browser/shared-browser.ts';
import { type Command, exitCodes } from '../command.ts';
import { helpOption } from '../help.ts';
import { UsageError } from '../usage-error.ts';
import { Project } from './project.ts';

const options = {
  write: { type: 'boolean', help: 'offer the tools that change decks and write outputs' },
  root: { type: 'string', value: 'DIR', help: 'the project folder (default: the current one)' },
  stdio: { type: 'boolean', help: 'use the standard streams, as always' },
  'no-browser': { type: 'boolean', help: 'check only the source, and take no screenshots' },
  ...browserOptions,
  help: helpOption,
} as const;

export const mcpCommand: Command = {
  name: 'mcp',
  summary: 'let an agent see, check and write decks (Model Context Protocol)',
  operands: '',
  details: `Serves tools over the standard streams: list, docs, outline, read_slide, check and screenshot;
with --write, also create, write_slide, insert, move, build and export.

The tools reach only decks in the project folder: no hidden files, no links out of it, and no
other kinds of files. A slide is written only if it is still as the agent has read it; each
write is answered with what "lectern check" says. Scripts of decks do not run.`,
  options,
  examples: ['lectern mcp --write', 'lectern mcp --root talks'],
  run: runMcp,
};

async function runMcp(
  argv: readonly string[],
  terminal: Terminal,
  loadPipeline: LoadPipeline,
): Promise<number> {
  const { options: flags, operands } = parseArguments(options, argv);
  if (operands.length > 0) throw new UsageError('mcp takes no deck', 'as in lectern mcp --write');
  const root = path.resolve(terminal.cwd, flags.root ?? '.');
  if (!statsOf(root)?.isDirectory()) throw new UsageError(`--root ${flags.root} is not a folder`);
  const settings = chooseBrowser(flags, process.env);
  const [{ serve }, { Session }] = await Promise.all([
    import('./server.ts'),
    import('./session.ts'),
  ]);
  const session = new Session({
    project: new Project(realpathSync(root)),
    buildPage: await loadPipeline(),
    browser: flags['no-browser'] ? undefined : new SharedBrowser(settings),
    browserFlags: browserFlags(flags),
  });
  await serve(session, flags.write ?? false);
  return exitCodes.done;
}

/** As an export takes them. */
function browserFlags(flags: BrowserFlags): readonly string[] {
  return [
    ...(flags.browser === undefined ? [] : ['--browser', flags.browser]),
    ...(flags['browser-url'] === undefined ? [] : ['--browser-url', flags['browser-url']]),
    ...(flags['no-sandbox'] ? ['--no-sandbox'] : []),
  ];
}
