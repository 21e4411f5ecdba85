import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { findPackage } from '../../base/files/find-package.ts';
import { isInside } from '../../base/files/locate-file.ts';
import { packageRoot } from '../../base/files/package-root.ts';
import type { Inputs } from '../../base/inputs.ts';

/**
 * Finds the file of an icon set: an npm package in Iconify's format. A package that is installed next to the deck
 * takes precedence over the `lucide` that Lectern contains.
 *
 * @param set such as `tabler`
 * @param folder the folder of the file that names an icon
 * @returns its real path; `undefined` if there is no such package
 */
export function findIconFile(set: string, folder: string, inputs: Inputs): string | undefined {
  const name = `@iconify-json/${set}`;
  let holder = '';
  const note = (file: string) => {
    inputs.add(file);
    holder = path.resolve(file, '../../../..');
  };
  const found = findPackage(name, folder, note);
  const own = found === undefined && set === 'lucide' ? findPackage(name, packageRoot) : undefined;
  const iconFolder = found ?? own;
  if (iconFolder === undefined) return undefined;
  const file = path.join(iconFolder, 'icons.json');
  inputs.add(file);
  try {
    const realPath = realpathSync(file);
    const isPermitted = own !== undefined || isOfPackage(realPath, holder);
    return isPermitted && statSync(realPath).isFile() ? realPath : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a file is of an installed package. Package managers and workspaces link packages; other links out of the
 * folder that contains `node_modules` are not followed.
 */
function isOfPackage(realPath: string, holder: string): boolean {
  const isInstalled = realPath.split(path.sep).includes('node_modules');
  return isInstalled || isInside(realPath, realpathSync(holder));
}
