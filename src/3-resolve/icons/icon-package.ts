import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findPackage } from '../../base/files/find-package.ts';
import { packageRoot } from '../../base/files/package-root.ts';
import type { Inputs } from '../../base/inputs.ts';

/**
 * The text of a set of icons, which is a package of npm's in Iconify's format. One that stands beside
 * the deck goes before `lucide`, which Lectern brings along.
 *
 * @param set such as `tabler`
 * @param folder that of the file that names an icon
 * @returns `undefined` where there is no such package
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
