import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '../../6-export/source.ts';
import { explainWriteError } from '../../base/files/atomic-write.ts';
import { isInside } from '../../base/files/locate-file.ts';
import { findRoot } from '../../base/files/project-root.ts';
import type { Terminal } from '../../base/terminal.ts';
import { visibleName } from '../../base/text/visible-text.ts';
import { count, formatPath, formatSize } from '../../base/units.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, exitCodes } from '../command.ts';
import { helpOption } from '../help.ts';
import { UsageError } from '../usage-error.ts';
import { refusalsOf } from './extractable.ts';
import { readPage } from './read-page.ts';
import { writeFolder } from './write-folder.ts';

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
contains no source.

The HTML file may be from anyone: only Markdown, data, images, media, fonts, CSS, and code
that the deck uses are written. Code is known by its extension: what a system runs or
installs when it is opened is none, except source code such as .js and .py. Hidden files,
and files whose name is known to make other programs run or obey them without being asked,
such as package.json, AGENTS.md and json.py, are named and left out. The exit code is then
1. The list of such names cannot be complete: read a stranger's files before you run build
tools, or programs that work on their own, in that folder.`,
  options,
  examples: ['lectern extract talk.html', 'lectern extract talk.html --out found'],
  run: extract,
};

/** A file of the page that is not written. */
interface Refused {
  readonly file: SourceFile;
  readonly reason: string;
}

async function extract(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { options: flags, operands } = parseArguments(options, argv);
  const [name, second] = operands;
  if (name === undefined || second !== undefined) {
    throw new UsageError('expected one built deck', 'as in lectern extract talk.html');
  }
  const folder = path.resolve(terminal.cwd, flags.out ?? path.parse(name).name);
  const source = readPage(path.resolve(terminal.cwd, name), name);
  refuseOverwriting(folder, terminal.cwd);
  const reasonOf = refusalsOf(source);
  const refused = source.files.flatMap((file) => {
    const reason = reasonOf(file);
    return reason === undefined ? [] : { file, reason };
  });
  const deck = refused.find(({ file }) => file.path === source.entry);
  if (deck) throw new UsageError(`${name} contains no deck that may be written: ${deck.reason}`);
  const left = new Set(refused.map(({ file }) => file));
  const written = source.files.filter((file) => !left.has(file));
  if (!write(written, folder, terminal)) return exitCodes.failed;
  terminal.print(`\n${buildHint(path.join(folder, source.entry), folder, terminal.cwd)}\n`);
  return printRefused(refused, terminal) ? exitCodes.failed : exitCodes.done;
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

/** @returns whether the files were written */
function write(files: readonly SourceFile[], folder: string, terminal: Terminal): boolean {
  try {
    writeFolder(folder, files);
  } catch (error) {
    const { message, hint } = explainWriteError(error, folder, terminal.cwd);
    terminal.printError(`lectern: ${message}\n  ${hint}\n`);
    return false;
  }
  const lines = files.map(({ path: name, bytes }) => {
    return `${formatPath(path.join(folder, name), terminal.cwd)}   ${formatSize(bytes.byteLength)}\n`;
  });
  terminal.print(lines.join(''));
  return true;
}

/** The refused files that are listed. */
const listLimit = 100;

/** @returns whether any file was left out */
function printRefused(refused: readonly Refused[], terminal: Terminal): boolean {
  const lines = refused
    .slice(0, listLimit)
    .map(({ file, reason }) => `  ${visibleName(file.path)}: ${reason}\n`);
  const left = refused.length - lines.length;
  if (left > 0) lines.push(`  and ${count(left, 'other file')}\n`);
  if (refused.length > 0) {
    terminal.printError(`\nlectern: left out ${count(refused.length, 'file')}\n${lines.join('')}`);
  }
  return refused.length > 0;
}

/** The command that builds the extracted deck; needs `--root` if files are above the deck's own folder. */
function buildHint(entry: string, folder: string, cwd: string): string {
  const isBelow = isInside(folder, findRoot(entry, cwd));
  const root = isBelow ? '' : ` --root ${quote(formatPath(folder, cwd))}`;
  return `to build it: lectern build ${quote(formatPath(entry, cwd))}${root}`;
}

/** Quotes a name for a shell, in which nothing in it has a meaning. */
function quote(name: string): string {
  const shown = name.startsWith('-') ? `./${name}` : name;
  if (!/[^\w./-]/.test(shown)) return shown;
  return process.platform === 'win32'
    ? `"${shown}"`
    : `'${shown.replaceAll("'", String.raw`'\''`)}'`;
}
