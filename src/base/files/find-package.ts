import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder of an installed package: in the nearest `node_modules` at or above a folder that has it.
 * Its real path, since some package managers put links there.
 *
 * @param note is told of each file that was looked for
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
