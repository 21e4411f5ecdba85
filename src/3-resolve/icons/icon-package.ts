import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { findPackage } from '../../base/files/find-package.ts';
import { packageRoot } from '../../base/files/package-root.ts';

/**
 * The text of a set of icons, which is a package of npm's in Iconify's format. One that stands beside
 * the deck goes before `lucide`, which Lectern brings along.
 *
 * @param set such as `tabler`
 * @param folder that of the file that names an icon
 * @returns `undefined` where there is no such package
 */
export function readIconPackage(set: string, folder: string, report: Report): string | undefined {
  const name = `@iconify-json/${set}`;
  const found =
    findPackage(name, folder, (file) => report.noteFile(file)) ??
    (set === 'lucide' ? findPackage(name, packageRoot) : undefined);
  if (found === undefined) return undefined;
  const file = path.join(found, 'icons.json');
  report.noteFile(file);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
