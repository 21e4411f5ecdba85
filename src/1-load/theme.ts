import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { BuildOptions, Span, TextFile, Theme } from '../deck.ts';
import { type Report, suggest } from '../diagnostics.ts';
import { packageRoot } from '../package-root.ts';
import { locateFile } from './locate.ts';

/** Those that come with Lectern. */
export const builtInThemes = ['ink', 'night', 'paper', 'plain', 'signal', 'terminal'] as const;

/**
 * Finds the style sheet of a theme. A path (with a slash, or ending in `.css`) starts at the deck's
 * folder; a name is a folder in the project's `themes/` or, failing that, in Lectern's own.
 */
export function resolveTheme(
  file: TextFile,
  name: string,
  span: Span | undefined,
  options: BuildOptions,
  report: Report,
): Theme {
  const fallback = { name, cssFile: themeFile(packageRoot, 'ink') };
  if (/[/\\]|\.css$/.test(name)) {
    const ref = span && { path: name, from: file.realPath, span };
    const cssFile = ref && locateFile(ref, options.root, report);
    return cssFile === undefined ? fallback : { name, cssFile };
  }
  const folders = [options.root, packageRoot];
  const files = folders.map((folder) => themeFile(folder, name));
  for (const file of files) report.noteFile(file);
  const cssFile = files.find((file) => existsSync(file));
  if (cssFile !== undefined) return { name, cssFile };
  const hint = suggest(name, knownThemes(options.root));
  report.add('theme-unknown', span, `there is no theme "${name}"`, hint);
  return fallback;
}

/** The names of the project's themes and of Lectern's own. */
export function knownThemes(root: string): readonly string[] {
  return [...new Set([root, packageRoot].flatMap(themeNames))];
}

function themeFile(folder: string, name: string): string {
  return path.join(folder, 'themes', name, 'theme.css');
}

function themeNames(folder: string): readonly string[] {
  try {
    const names = readdirSync(path.join(folder, 'themes')).sort();
    return names.filter((name) => existsSync(themeFile(folder, name)));
  } catch {
    return [];
  }
}
