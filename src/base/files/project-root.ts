import path from 'node:path';
import { isOfUser, realPathOf, statsOf } from './file-stats.ts';
import { isInside } from './locate-file.ts';

/**
 * The real path of the project folder, which must contain all files of a deck: the nearest folder above the deck
 * with a `package.json` or a `.git`, or else the farthest one with a `_quarto.yml`, or the deck's own folder. A folder
 * that is reached by a link out of a project around it, or out of the current folder, is not a project of its own: the
 * outer one counts. In a folder that everybody may write to, files of other users do not make a project.
 *
 * @param cwd absolute path of the current folder
 */
export function findRoot(deckFile: string, cwd: string): string {
  const own = path.dirname(path.resolve(cwd, deckFile));
  const folders = withParents(own);
  const inner = folders.find(isProject) ?? folders.findLast(isOfQuarto) ?? own;
  const outer = folders
    .slice(folders.indexOf(inner) + 1)
    .filter((folder) => folder === cwd || isProject(folder));
  return outer
    .map(realPathOf)
    .reduce((root, folder) => (isInside(root, folder) ? root : folder), realPathOf(inner));
}

/** A folder and all folders above it. */
function withParents(folder: string): readonly string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...withParents(parent)];
}

function isProject(folder: string): boolean {
  return ['package.json', '.git'].some((name) => isMark(folder, name));
}

/** Whether a folder is a Quarto project. */
function isOfQuarto(folder: string): boolean {
  return isMark(folder, '_quarto.yml');
}

/**
 * Whether a folder contains a file that makes it a project. In a folder that everybody may write to, such as `/tmp`,
 * those of other users do not count: a deck could otherwise read all that is there.
 */
function isMark(folder: string, name: string): boolean {
  const mark = statsOf(path.join(folder, name));
  if (!mark || isOfUser(mark)) return mark !== undefined;
  const mode = statsOf(folder)?.mode ?? 0;
  return (mode & 0o002) === 0;
}
