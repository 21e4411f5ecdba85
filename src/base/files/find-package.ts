import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * Finds the folder of an installed package in the `node_modules` at or above a folder. Returns its real path,
 * since some package managers use links.
 *
 * @param note called with each file that was looked for
 */
export function findPackage(
  name: string,
  from: string,
  note: (file: string) => void = () => {},
): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'node_modules', name);
    const file = path.join(found, 'package.json');
    note(file);
    if (existsSync(file)) return realpathSync(found);
    if (path.dirname(folder) === folder) return undefined;
  }
}
