import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DamagedSourceError, readEmbeddedSource, type SourceFile } from '../6-export/source.ts';
import { explainWriteError, writeAtomically } from '../base/files/atomic-write.ts';
import { isInside } from '../base/files/locate-file.ts';
import { findRoot } from '../base/files/project-root.ts';
import type { Terminal } from '../base/terminal.ts';
import { formatPath, formatSize } from '../base/units.ts';
import { parseArguments } from './arguments.ts';
import { type Command, exitCodes } from './command.ts';
import { helpOption } from './help.ts';
import { UsageError } from './usage-error.ts';

const options = {
  out: {
    type: 'string',
    value: 'DIR',
    help: 'output folder (default: the name of the file)',
  },
  help: helpOption,
} as const;

export const extractCommand: Command = {
  name: 'extract',
  summary: 'write out the source that a built deck contains',
  operands: 'talk.html',
  details: `Writes the Markdown, data and other files that the deck was built from into a new folder,
byte for byte. Existing files are never overwritten. A deck that was built with --share
contains no source.`,
  options,
  examples: ['lectern extract talk.html', 'lectern extract talk.html --out found'],
  run: extract,
};

async function extract(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { options: flags, operands } = parseArguments(options, argv);
  const [name, second] = operands;
  if (name === undefined || second !== undefined) {
    throw new UsageError('expected one built deck', 'as in lectern extract talk.html');
  }
  const folder = path.resolve(terminal.cwd, flags.out ?? path.parse(name).name);
  const source = readSource(path.resolve(terminal.cwd, name), name);
  refuseOverwriting(folder, terminal.cwd);
  for (const file of source.files) {
    if (!(await write(file, folder, terminal))) return exitCodes.failed;
  }
  terminal.print(`\n${buildHint(path.join(folder, source.entry), folder, terminal.cwd)}\n`);
  return exitCodes.done;
}

function readSource(file: string, name: string) {
  const hint = 'name the HTML file of a deck';
  let page: string;
  try {
    page = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'file not found' : message;
    throw new UsageError(`cannot read ${name}: ${reason}`, hint);
  }
  try {
    const source = readEmbeddedSource(page);
    if (source) return source;
  } catch (error) {
    if (!(error instanceof DamagedSourceError)) throw error;
    throw new UsageError(`the source in ${name} is damaged: ${error.message}`);
  }
  const isDeck = page.includes('<meta name="generator" content="Lectern ');
  if (isDeck) throw new UsageError(`${name} contains no source`, 'it was built with --share');
  throw new UsageError(`${name} is not a deck built by Lectern`, hint);
}

function refuseOverwriting(folder: string, cwd: string): void {
  if (!existsSync(folder)) return;
  const name = formatPath(folder, cwd);
  const hint = 'choose another folder with --out';
  try {
    if (readdirSync(folder).length === 0) return;
  } catch {
    throw new UsageError(`${name} is not a folder`, hint);
  }
  throw new UsageError(`the folder ${name} exists already`, hint);
}

/** @returns whether the file was written */
async function write(
  { path: name, bytes }: SourceFile,
  folder: string,
  terminal: Terminal,
): Promise<boolean> {
  const file = path.join(folder, name);
  try {
    await writeAtomically(file, bytes);
  } catch (error) {
    const { message, hint } = explainWriteError(error, file, terminal.cwd);
    terminal.printError(`lectern: ${message}\n  ${hint}\n`);
    return false;
  }
  terminal.print(`${formatPath(file, terminal.cwd)}   ${formatSize(bytes.byteLength)}\n`);
  return true;
}

/** The command that builds the extracted deck; needs `--root` if files are above the deck's own folder. */
function buildHint(entry: string, folder: string, cwd: string): string {
  const isBelow = isInside(folder, findRoot(entry));
  const root = isBelow ? '' : ` --root ${quote(formatPath(folder, cwd))}`;
  return `to build it: lectern build ${quote(formatPath(entry, cwd))}${root}`;
}

function quote(name: string): string {
  return /[^\w./-]/.test(name) ? `"${name}"` : name;
}
