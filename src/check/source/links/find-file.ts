import { readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { Report } from '../../../base/diagnostics/report.ts';
import { didYouMean } from '../../../base/diagnostics/suggest.ts';
import { deckStem, isDeckName } from '../../../base/files/deck-files.ts';
import { isInside, isRefused } from '../../../base/files/locate-file.ts';

/** What a link leads to. */
export interface FoundFile {
  /**
   * `page` for one that is built from a deck next to this one; `refused` for a file of which a message must not
   * say whether it is there.
   */
  readonly kind: 'file' | 'page' | 'missing' | 'outside' | 'refused';
  /** A path that may be meant instead. */
  readonly near?: string;
}

/**
 * Looks for the file of a link. Upper and lower case count, as they do on the web.
 *
 * @param link relative to the folder of `from`, or to the root if it begins with a slash
 * @param from the real path of the file that contains it
 */
export function findFile(link: string, from: string, root: string): FoundFile {
  const folder = path.dirname(from);
  const file = link.startsWith('/') ? path.join(root, link) : path.resolve(folder, link);
  if (!isInside(file, root)) return { kind: 'outside' };
  if (isRefusedName(file, root)) return { kind: 'refused' };
  const parts = path.relative(root, file).split(path.sep).filter(Boolean);
  let at = root;
  for (const [index, part] of parts.entries()) {
    const names = namesIn(at);
    const name = names.find((each) => each.normalize() === part.normalize());
    if (name === undefined) {
      const isLast = index === parts.length - 1;
      if (isLast && isBuilt(part, names)) return { kind: 'page' };
      const visible = names.filter((each) => !isRefusedName(path.join(at, each), root));
      return suggest([at, part, ...parts.slice(index + 1)], visible, folder);
    }
    at = path.join(at, name);
  }
  return isInside(realpathSync(at), root) ? { kind: 'file' } : { kind: 'refused' };
}

/** @param parts the folder that is there, and the parts of the path below it, of which the first is not there */
function suggest(
  [at = '', part = '', ...rest]: readonly string[],
  names: readonly string[],
  folder: string,
): FoundFile {
  const near = didYouMean(part, names);
  if (near === undefined) return { kind: 'missing' };
  const meant = path.join(at, near, ...rest);
  if (rest.length > 0 && !isThere(meant)) return { kind: 'missing' };
  return { kind: 'missing', near: path.relative(folder, meant).split(path.sep).join('/') };
}

function isRefusedName(file: string, root: string): boolean {
  return isRefused(file, { path: file, span: undefined }, root, new Report());
}

/** Whether a page is one that Lectern builds from a deck in the same folder. */
function isBuilt(name: string, names: readonly string[]): boolean {
  const stem = name.replace(/\.html?$/i, '');
  return stem !== name && names.some((each) => isDeckName(each) && deckStem(each) === stem);
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
