import { realpathSync } from 'node:fs';
import path from 'node:path';
import { Report } from '../base/diagnostics/report.ts';
import { statsOf } from '../base/files/file-stats.ts';
import { isInside, isRefused } from '../base/files/locate-file.ts';
import { packageRoot } from '../base/files/package-root.ts';
import { builtInThemes } from './theme.ts';

/**
 * The paths of a file of the author below the root: as written and, if it is a symbolic link, that of its target.
 * Installed packages and what is part of Lectern are not the author’s, and what decks cannot use stays out, also
 * where a link leads to it: files that a deck names are inputs even if they are refused.
 */
export function waysTo(file: string, root: string): readonly string[] {
  if (!statsOf(file)?.isFile()) return [];
  const target = realpathSync(file);
  if (!isInside(target, root)) return [];
  const named = { path: file, span: undefined };
  if (target !== file && isRefused(target, named, root, new Report())) return [];
  return [file, target].filter((way) => isInside(way, root) && !isOfPackage(way));
}

/** What is part of Lectern itself, as in a checkout. */
const ownParts = [
  ...['lib', 'src/runtime', 'themes/base', 'themes/base.css'],
  ...['themes/marp', 'themes/slidev', 'themes/quarto'],
];

function isOfPackage(file: string): boolean {
  if (file.split(path.sep).includes('node_modules')) return true;
  const parts = [...ownParts, ...builtInThemes.map((name) => `themes/${name}`)];
  return parts.some((part) => isInside(file, path.join(packageRoot, part)));
}
