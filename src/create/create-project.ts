import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { explainWriteError, writeAtomically } from '../base/files/atomic-write.ts';
import { packageInfo } from '../base/package-info.ts';
import type { Terminal } from '../base/terminal.ts';
import { visibleText } from '../base/text/visible-text.ts';
import { formatPath } from '../base/units.ts';
import { parseArguments } from '../cli/arguments.ts';
import { exitCodes } from '../cli/command.ts';
import { fileNameOf, titleOf } from '../cli/deck-name.ts';
import { helpOption } from '../cli/help.ts';
import { fillIn, readTemplate } from '../cli/template.ts';
import { UsageError } from '../cli/usage-error.ts';
import { projectFiles } from './project-files.ts';

const options = {
  template: { type: 'string', value: 'NAME', help: 'talk, lecture, report or lightning' },
  version: { type: 'boolean', short: 'v', help: 'show the version' },
  help: helpOption,
} as const;

const help = `create-lectern: create a folder for a presentation

Usage: npm create lectern <folder> [-- --template NAME]

Creates the folder with a deck in slides/, scripts in package.json, a workflow for CI and a
recommendation for editors. A folder with files in it is left as it is.

Templates: talk (default), lecture, report, lightning
`;

type Output = Pick<Terminal, 'cwd' | 'print' | 'printError'>;

/** Creates a project, as `npm create lectern` does. @returns the exit code */
export async function createProject(argv: readonly string[], output: Output): Promise<number> {
  try {
    return await create(argv, output);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const hint = error.hint === undefined ? '' : `  ${error.hint}\n`;
    output.printError(visibleText(`create-lectern: ${error.message}\n${hint}`));
    return exitCodes.usage;
  }
}

async function create(argv: readonly string[], output: Output): Promise<number> {
  const { options: flags, operands } = parseArguments(options, argv);
  const { version } = packageInfo();
  if (flags.help || flags.version) {
    output.print(flags.help ? help : `${version}\n`);
    return exitCodes.done;
  }
  const folder = folderOf(operands, output.cwd);
  const given = path.basename(folder);
  const name = fileNameOf(given);
  const deck = path.join(folder, 'slides', `${name}.md`);
  const template = readTemplate(flags.template ?? 'talk');
  const files = new Map([
    ...projectFiles(folder, name, version),
    ...fillIn(template, deck, titleOf(given), undefined),
  ]);
  for (const [file, content] of files) {
    if (!(await write(file, content, output))) return exitCodes.failed;
  }
  output.print(nextSteps(formatPath(folder, output.cwd), name));
  return exitCodes.done;
}

/** @throws {UsageError} unless the folder is new or empty */
function folderOf(operands: readonly string[], cwd: string): string {
  const [name, second] = operands;
  if (name === undefined || second !== undefined) {
    throw new UsageError('expected one folder', 'as in npm create lectern my-talk');
  }
  const folder = path.resolve(cwd, name);
  if (!existsSync(folder) || isEmptyFolder(folder)) return folder;
  const hint = 'choose another name; to add a deck to a project: npx lectern new my-talk';
  throw new UsageError(`${formatPath(folder, cwd)} exists already, and is not empty`, hint);
}

function isEmptyFolder(folder: string): boolean {
  try {
    return readdirSync(folder).every((name) => name === '.git');
  } catch {
    return false;
  }
}

async function write(file: string, content: string | Buffer, output: Output): Promise<boolean> {
  try {
    await writeAtomically(file, content, { isNew: true });
  } catch (error) {
    const { message } = explainWriteError(error, file, output.cwd);
    output.printError(visibleText(`create-lectern: ${message}\n`));
    return false;
  }
  output.print(`${formatPath(file, output.cwd)}\n`);
  return true;
}

function nextSteps(folder: string, name: string): string {
  const enter =
    folder === '.' ? '' : `  cd ${/^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder)}\n`;
  return `\nnext:\n\n${enter}  npm install\n  npm run dev\n\nthe deck is slides/${name}.md\n`;
}
