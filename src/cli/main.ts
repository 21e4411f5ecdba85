import { Report, suggest } from '../diagnostics.ts';
import { parseArguments } from './arguments.ts';
import { buildCommand } from './build-command.ts';
import { type Command, exitCodes, type LoadPipeline } from './command.ts';
import { devCommand } from './dev-command.ts';
import { exportCommand } from './export-command.ts';
import { extractCommand } from './extract-command.ts';
import { commandHelp, helpOption, programHelp } from './help.ts';
import { reportInternalError } from './internal-error.ts';
import { newCommand } from './new-command.ts';
import { packageInfo } from './package-info.ts';
import { diagnosticPrinter } from './print.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const commands: readonly Command[] = [
  newCommand,
  devCommand,
  buildCommand,
  exportCommand,
  extractCommand,
];

const options = {
  help: helpOption,
  version: { type: 'boolean', short: 'v', help: 'show the version' },
} as const;

/** Runs the command line as this process, and ends it with its exit code. */
export async function main(argv: readonly string[], loadPipeline: LoadPipeline): Promise<void> {
  const terminal = processTerminal();
  // What a library throws from a callback of its own passes by every `try`.
  process.on('uncaughtException', (error) => {
    process.exit(printInternalError(error, argv, terminal));
  });
  // What holds if a promise is never kept: then the process ends in the next line.
  process.exitCode = exitCodes.faults;
  process.exitCode = await run(argv, terminal, loadPipeline);
  for (const stream of [process.stdout, process.stderr]) await written(stream);
  // Left to itself, Node first finishes to optimise code that nobody will run any more.
  process.exit();
}

/** Resolves once all that was printed is out, or cannot get out. */
function written(stream: NodeJS.WriteStream): Promise<unknown> {
  return new Promise((resolve) => stream.write('', resolve));
}

/**
 * Runs a command.
 *
 * @param argv what stands behind `lectern`
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
    const hint = error.hint === undefined ? '' : `  ${error.hint}\n`;
    terminal.printError(`lectern: ${error.message}\n${hint}`);
    return exitCodes.usage;
  }
}

async function dispatch(
  argv: readonly string[],
  terminal: Terminal,
  loadPipeline: LoadPipeline,
): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name.startsWith('-')) return runWithoutCommand(argv, terminal);
  if (name === 'help') return printHelp(rest[0], terminal);
  const command = findCommand(name);
  if (asksForHelp(rest)) return printHelp(name, terminal);
  return command.run(rest, terminal, loadPipeline);
}

function runWithoutCommand(argv: readonly string[], terminal: Terminal): number {
  const { options: flags, operands } = parseArguments(options, argv);
  if (flags.version) terminal.print(`${packageInfo().version}\n`);
  else if (flags.help || operands.length === 0) printHelp(undefined, terminal);
  return exitCodes.done;
}

function printHelp(name: string | undefined, terminal: Terminal): number {
  const text = name === undefined ? programHelp(commands, options) : commandHelp(findCommand(name));
  terminal.print(text);
  return exitCodes.done;
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const flags = end < 0 ? argv : argv.slice(0, end);
  return flags.includes('--help') || flags.includes('-h');
}

function findCommand(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command;
  const isDeck = name.endsWith('.md');
  const names = [...commands.map((candidate) => candidate.name), 'help'];
  const hint = isDeck ? `to build a deck: lectern build ${name}` : suggest(name, names);
  throw new UsageError(`unknown command "${name}"`, hint);
}

function printInternalError(error: unknown, argv: readonly string[], terminal: Terminal): number {
  const report = new Report();
  reportInternalError(error, `running lectern ${argv.join(' ')}`, terminal.debug, report);
  const toText = diagnosticPrinter(terminal.cwd, terminal.colors);
  for (const diagnostic of report.diagnostics) terminal.printError(`${toText(diagnostic)}\n`);
  return exitCodes.faults;
}
