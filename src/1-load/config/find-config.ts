import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Code } from '../../base/diagnostics/diagnostic.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { isOfUser, pathInRealFolder, statsOf } from '../../base/files/file-stats.ts';
import { isInside, isRefused } from '../../base/files/locate-file.ts';
import { plainText } from '../../base/files/plain-text.ts';
import { formatPath } from '../../base/units.ts';
import type { BuildOptions } from '../../model/source.ts';

/** The names of the file with the settings of a folder of decks. */
export const configNames = ['lectern.config.json', 'lectern.config.yaml'] as const;

/** Where files with settings are looked for: around a deck, given by its absolute path. */
export interface DeckPlace extends Pick<BuildOptions, 'cwd' | 'root'> {
  readonly deck: string;
}

/** A text file with settings. */
export interface ConfigFile {
  /** As messages show it. */
  readonly path: string;
  readonly realPath: string;
  readonly text: string;
}

const maxBytes = 1024 * 1024;

/**
 * The nearest files with one of these names, all in the same folder: in that of the deck or above it, up to the root
 * of its repository: what is outside of it, others who use the deck do not have. The project folder comes last, as the
 * deck's folder may be a link into it.
 *
 * @param onLook called with each file that is looked for
 */
export function findConfigFiles(
  names: readonly string[],
  { deck, root }: Pick<DeckPlace, 'deck' | 'root'>,
  onLook: (file: string) => void = () => {},
): readonly string[] {
  for (const folder of foldersAbove(deck, root)) {
    const files = names.map((name) => path.join(folder, name));
    for (const file of files) onLook(file);
    const found = files.filter((file) => existsSync(file));
    if (found.length > 0) return found;
  }
  return [];
}

function foldersAbove(deck: string, root: string): readonly string[] {
  const folders: string[] = [];
  let folder = path.dirname(deck);
  for (;;) {
    folders.push(folder);
    const parent = path.dirname(folder);
    if (parent === folder || existsSync(path.join(folder, '.git'))) break;
    folder = parent;
  }
  return [...folders, root];
}

/** Reads a file, which others may have written; reports one that is not read. */
export function readConfigFile(
  file: string,
  { cwd, root }: DeckPlace,
  report: Report,
): ConfigFile | undefined {
  const stats = statsOf(file);
  if (!stats) return undefined;
  const name = formatPath(file, cwd);
  const realPath = realpathSync(file);
  const refuse = (code: Code, reason: string, hint: string): undefined => {
    report.add(code, undefined, `${name} ${reason}, and is not read`, hint);
  };
  // Messages about its content, and words that are right, must not show what is in another file.
  const isLink = realPath !== pathInRealFolder(file);
  if (isLink && !isInside(realPath, root)) {
    return refuse('file-outside', 'is a link out of the project', 'replace it by the file itself');
  }
  if (isLink && isRefused(realPath, { path: name, span: undefined }, root, report)) {
    return undefined;
  }
  if (!isInside(realPath, root) && !isOfUser(stats)) {
    const hint = 'remove it, or copy it into the project folder';
    return refuse('file-outside', 'is of another user', hint);
  }
  if (!stats.isFile()) return refuse('file-kind', 'is not an ordinary file', 'remove it');
  if (stats.size > maxBytes) return refuse('file-large', 'has more than 1 MB', 'shorten it');
  try {
    return { path: name, realPath, text: plainText(readFileSync(file, 'utf8')) };
  } catch {
    return refuse('file-unreadable', 'gives no permission', 'change its permissions, or remove it');
  }
}
