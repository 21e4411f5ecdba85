import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findPackage } from '../../base/files/find-package.ts';
import { packageRoot } from '../../base/files/package-root.ts';
import type { Inputs } from '../../base/inputs.ts';

/**
 * Reads an icon set: an npm package in Iconify's format. A package that is installed next to the deck takes
 * precedence over the `lucide` that Lectern contains.
 *
 * @param set such as `tabler`
 * @param folder the folder of the file that names an icon
 * @returns `undefined` if there is no such package
 */
export function readIconPackage(set: string, folder: string, inputs: Inputs): string | undefined {
  const name = `@iconify-json/${set}`;
  const found =
    findPackage(name, folder, (file) => inputs.add(file)) ??
    (set === 'lucide' ? findPackage(name, packageRoot) : undefined);
  if (found === undefined) return undefined;
  const file = path.join(found, 'icons.json');
  inputs.add(file);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
