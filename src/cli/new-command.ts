import { existsSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { knownThemes } from '../1-load/theme.ts';
import { suggest } from '../base/diagnostics/suggest.ts';
import { explainWriteError, hasContent, writeAtomically } from '../base/files/atomic-write.ts';
import { statsOf } from '../base/files/file-stats.ts';
import { findRoot } from '../base/files/project-root.ts';
import type { Terminal } from '../base/terminal.ts';
import { formatPath } from '../base/units.ts';
import { parseArguments } from './arguments.ts';
import { type Command, exitCodes } from './command.ts';
import { fileNameOf, refuseDevice, titleOf } from './deck-name.ts';
import { helpOption } from './help.ts';
import { fillIn, readTemplate } from './template.ts';
import { UsageError } from './usage-error.ts';

const options = {
  template: {
    type: 'string',
    value: 'NAME',
    help: 'talk, lecture, report or lightning (default: talk)',
  },
  theme: { type: 'string', value: 'NAME', help: 'the theme (default: that of the template)' },
  help: helpOption,
} as const;

export const newCommand: Command = {
  name: 'new',
  summary: 'create a deck from a template',
  operands: 'name',
  details: `Creates slides/<name>.md, a deck that builds and presents as it is and shows what Lectern
can do. Its images and data go to slides/<name>/. A name with a slash or the extension .md
is a path. Existing files are never overwritten.

Templates:

  talk        a talk of 15 minutes with a chart, code and an image
  lecture     timed parts, a definition, a program and an exercise
  report      figures for decision makers
  lightning   one idea in five minutes`,
  options,
  examples: ['lectern new my-talk', 'lectern new "The harvest" --template report'],
  run: writeNewDeck,
};

async function writeNewDeck(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { options: flags, operands } = parseArguments(options, argv);
  const [name, second] = operands;
  if (name === undefined || second !== undefined) {
    const hint =
      second === undefined
        ? 'as in lectern new my-talk'
        : `as in lectern new "${operands.join(' ')}"`;
    throw new UsageError('expected one name', hint);
  }
  const template = readTemplate(flags.template ?? 'talk');
  const deck = path.resolve(terminal.cwd, deckPath(name));
  checkTheme(flags.theme, deck);
  const files = fillIn(template, deck, titleOf(name), flags.theme);
  refuseOverwriting(files, deck, terminal.cwd);
  // The deck last: if this run is killed, the next one completes what is there.
  const ordered = [...files].sort(([a], [b]) => Number(a === deck) - Number(b === deck));
  const missing = missingPaths([...files.keys()]);
  for (const [file, content] of ordered) {
    if (await write(file, content, terminal)) continue;
    removeAll(missing);
    return exitCodes.failed;
  }
  const shown = formatPath(deck, terminal.cwd);
  terminal.print(`\nto write it: lectern dev ${shown}\nto build it: lectern build ${shown}\n`);
  return exitCodes.done;
}

/** The files and their folders that do not exist yet, the innermost first. */
function missingPaths(files: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (let each of files) {
    for (; !existsSync(each); each = path.dirname(each)) found.add(each);
  }
  return [...found].sort((a, b) => b.length - a.length);
}

/** What could be written of a deck before the disk was full, say. Folders that have other files stay. */
function removeAll(paths: readonly string[]): void {
  for (const each of paths) {
    try {
      if (statsOf(each)?.isDirectory()) rmdirSync(each);
      else rmSync(each, { force: true });
    } catch {
      // Somebody else has written there meanwhile.
    }
  }
}

/** The deck of that name: in `slides/`, unless the name is a path. */
function deckPath(name: string): string {
  if (!/[/\\]/.test(name) && !name.endsWith('.md')) {
    return path.join('slides', `${fileNameOf(name)}.md`);
  }
  const file = path.basename(name.replaceAll('\\', '/'));
  if (/[/\\](?:\.md)?$|^\.md$/.test(name)) {
    throw new UsageError(`"${name}" names no file`, 'as in lectern new talks/my-talk');
  }
  refuseDevice(file);
  return name.endsWith('.md') ? name : `${name}.md`;
}

function checkTheme(theme: string | undefined, deck: string): void {
  if (theme === undefined || /[/\\]|\.css$/.test(theme)) return;
  const names = knownThemes(findRoot(deck, path.dirname(deck)));
  if (!names.includes(theme)) {
    throw new UsageError(`unknown theme "${theme}"`, suggest(theme, names));
  }
}

/** The files of a run that was killed may be there, without the deck. */
function refuseOverwriting(
  files: ReadonlyMap<string, string | Buffer>,
  deck: string,
  cwd: string,
): void {
  const existing = [...files].find(
    ([file, content]) => existsSync(file) && (file === deck || !hasContent(file, content)),
  );
  if (existing === undefined) return;
  throw new UsageError(`${formatPath(existing[0], cwd)} exists already`, 'choose another name');
}

/** @returns whether the file was written */
async function write(file: string, content: string | Buffer, terminal: Terminal): Promise<boolean> {
  try {
    if (!hasContent(file, content)) await writeAtomically(file, content, { isNew: true });
  } catch (error) {
    const { message } = explainWriteError(error, file, terminal.cwd);
    terminal.printError(`lectern: ${message}\n`);
    return false;
  }
  terminal.print(`${formatPath(file, terminal.cwd)}\n`);
  return true;
}
