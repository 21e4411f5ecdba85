import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * The real path of the project folder, which must contain all files of a deck: the nearest folder above the deck
 * with a `package.json` or a `.git`, or else the deck's own folder.
 */
export function findRoot(deckFile: string): string {
  const own = path.dirname(path.resolve(deckFile));
  for (let folder = own; ; folder = path.dirname(folder)) {
    const isProject = ['package.json', '.git'].some((name) => existsSync(path.join(folder, name)));
    if (isProject) return realpathSync(folder);
    if (path.dirname(folder) === folder) break;
  }
  return existsSync(own) ? realpathSync(own) : own;
}
