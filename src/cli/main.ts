import { cacheProblem } from '../base/cache/cache-folder.ts';
import { diagnosticPrinter } from '../base/diagnostics/print.ts';
import { Report } from '../base/diagnostics/report.ts';
import { suggest, suggestionIn } from '../base/diagnostics/suggest.ts';
import { isDeckName } from '../base/files/deck-files.ts';
import { reportInternalError } from '../base/internal-error.ts';
import { packageInfo } from '../base/package-info.ts';
import type { LoadPipeline } from '../base/pipeline.ts';
import { NoWorkingFolderError, processTerminal, type Terminal } from '../base/terminal.ts';
import { visibleText } from '../base/text/visible-text.ts';
import { parseArguments } from './arguments.ts';
import { type Command, exitCodes } from './command.ts';
import { commandHelp, helpOption, programHelp } from './help.ts';
import { UnknownOptionError, UsageError } from './usage-error.ts';

/** In the order of the help. Loaded on demand: some import a server or a browser. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['new', async () => (await import('./new-command.ts')).newCommand],
  ['dev', async () => (await import('./dev-command.ts')).devCommand],
  ['build', async () => (await import('./build/build-command.ts')).buildCommand],
  ['export', async () => (await import('./export/export-command.ts')).exportCommand],
  ['check', async () => (await import('./check/check-command.ts')).checkCommand],
  ['convert', async () => (await import('./convert/convert-command.ts')).convertCommand],
  ['import', async () => (await import('./import/import-command.ts')).importCommand],
  ['extract', async () => (await import('./extract/extract-command.ts')).extractCommand],
  ['mcp', async () => (await import('./mcp/mcp-command.ts')).mcpCommand],
  ['doctor', async () => (await import('./doctor/doctor-command.ts')).doctorCommand],
  ['docs', async () => (await import('./docs/docs-command.ts')).docsCommand],
  ['lsp', async () => (await import('./lsp-command.ts')).lspCommand],
  ['schema', async () => (await import('./schema-command.ts')).schemaCommand],
]);

const options = {
  help: helpOption,
  version: { type: 'boolean', short: 'v', help: 'show the version' },
} as const;

/** Runs the command line as this process, and ends it with its exit code. */
export async function main(argv: readonly string[], loadPipeline: LoadPipeline): Promise<void> {
  const terminal = openTerminal();
  if (!terminal) process.exit(exitCodes.usage);
  // Errors thrown in a callback of a library are caught by no `try`.
  process.on('uncaughtException', (error) => {
    process.exit(printInternalError(error, argv, terminal));
  });
  const problem = cacheProblem();
  if (problem !== undefined) {
    terminal.printError(
      `lectern: the cache is not used: ${problem}\n  choose another folder with LECTERN_CACHE\n`,
    );
  }
  // Applies if a promise never settles: then the process ends during the `await`.
  process.once('beforeExit', () => {
    const error = new Error('the command ended before it was done');
    process.exit(printInternalError(error, argv, terminal));
  });
  process.exitCode = await run(argv, terminal, loadPipeline);
  for (const stream of [process.stdout, process.stderr]) await written(stream);
  // Otherwise Node would first finish optimizing code that will not run again.
  process.exit();
}

function openTerminal(): Terminal | undefined {
  try {
    return processTerminal();
  } catch (error) {
    if (!(error instanceof NoWorkingFolderError)) throw error;
    process.stderr.write(`lectern: ${error.message}\n  change to another folder, as with cd\n`);
    return undefined;
  }
}

/** Resolves once all output was written, or writing has failed. */
function written(stream: NodeJS.WriteStream): Promise<unknown> {
  return new Promise((resolve) => stream.write('', resolve));
}

/**
 * Runs a command.
 *
 * @param argv the arguments after `lectern`
 * @returns the exit code
 */
export async function run(
  argv: readonly string[],
  terminal: Terminal,
  loadPipeline: LoadPipeline,
): Promise<number> {
  try {
    return await dispatch(argv, terminal, loadPipeline);
  } catch (error) {
    if (!(error instanceof UsageError)) return printInternalError(error, argv, terminal);
    const text = await hintFor(error);
    const hint = text === undefined ? '' : `  ${text}\n`;
    terminal.printError(visibleText(`lectern: ${error.message}\n${hint}`));
    return exitCodes.usage;
  }
}

/** What to do about invalid usage. An option that only one or two other commands have was meant for them. */
async function hintFor(error: UsageError): Promise<string | undefined> {
  const isUnknown = error instanceof UnknownOptionError;
  if (!isUnknown || suggestionIn(error.hint ?? '') !== undefined) return error.hint;
  const all = await Promise.all([...commands.values()].map((load) => load()));
  const having = all.filter(({ options: own }) => Object.hasOwn(own, error.option));
  if (having.length === 0 || having.length > 2) return error.hint;
  const names = having.map(({ name }) => `"lectern ${name}"`).join(' and ');
  return `it is an option of ${names}`;
}

async function dispatch(
  argv: readonly string[],
  terminal: Terminal,
  loadPipeline: LoadPipeline,
): Promise<number> {
  const [name, ...rest] = argv[0] === '--' ? argv.slice(1) : argv;
  if (name === undefined || name.startsWith('-')) return runWithoutCommand(argv, terminal);
  if (name === 'help') return printHelp(rest[0], terminal);
  if (isDeck(name)) return dispatch([shortcutOn(terminal), ...argv], terminal, loadPipeline);
  const command = await loadCommand(name);
  if (asksForHelp(rest)) return printHelp(name, terminal);
  return command.run(rest, terminal, loadPipeline);
}

/** Whether the first argument is a deck and not a command. */
function isDeck(name: string): boolean {
  return !commands.has(name) && isDeckName(name);
}

/** What is done with a deck that is named without a command: shown to a person, built for a program. */
function shortcutOn({ isInteractive }: Terminal): 'dev' | 'build' {
  return isInteractive ? 'dev' : 'build';
}

async function runWithoutCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { options: flags, operands } = parseArguments(options, argv);
  if (flags.version) terminal.print(`${packageInfo().version}\n`);
  else if (flags.help || operands[0] === undefined) await printHelp(undefined, terminal);
  else await loadCommand(operands[0]);
  return exitCodes.done;
}

async function printHelp(name: string | undefined, terminal: Terminal): Promise<number> {
  terminal.print(await (name === undefined ? helpOnAll() : helpOn(name)));
  return exitCodes.done;
}

async function helpOnAll(): Promise<string> {
  return programHelp(await Promise.all([...commands.values()].map((load) => load())), options);
}

async function helpOn(name: string): Promise<string> {
  return commandHelp(await loadCommand(name));
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const flags = end < 0 ? argv : argv.slice(0, end);
  return flags.includes('--help') || flags.includes('-h');
}

async function loadCommand(name: string): Promise<Command> {
  const load = commands.get(name);
  if (load) return load();
  const names = [...commands.keys(), 'help'];
  throw new UsageError(`unknown command "${name}"`, suggest(name, names));
}

function printInternalError(error: unknown, argv: readonly string[], terminal: Terminal): number {
  const report = new Report();
  reportInternalError(error, `running lectern ${argv.join(' ')}`, terminal.debug, report);
  const toText = diagnosticPrinter(terminal.cwd, terminal.colors);
  for (const diagnostic of report.diagnostics) terminal.printError(`${toText(diagnostic)}\n`);
  return exitCodes.failed;
}
