import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder that everything a deck names must lie under: the nearest one above the deck that holds
 * a `package.json` or a `.git`, or else the deck's own folder. A real path.
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
