import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Span } from '../../model/source.ts';

/**
 * The path of a file from the root of its repository on, with forward slashes: code hosts know files by it. Without
 * a repository, from the working folder on.
 *
 * @param file as in spans
 * @returns `undefined` if the file is not below that folder
 */
export function repositoryPath({ file }: Pick<Span, 'file'>, cwd: string): string | undefined {
  const full = path.resolve(cwd, file);
  const relative = path.relative(repositoryOf(path.dirname(full)) ?? cwd, full);
  if (relative.startsWith('..') || path.isAbsolute(relative)) return undefined;
  return relative.split(path.sep).join('/');
}

/** The nearest folder with a `.git`, which is a file in a worktree or a submodule. */
function repositoryOf(folder: string): string | undefined {
  if (existsSync(path.join(folder, '.git'))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent);
}
