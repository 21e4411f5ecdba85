import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '../../6-export/source.ts';
import { onEndOfProcess } from '../../base/end-of-process.ts';
import { makeFolder } from '../../base/files/make-folder.ts';
import { removeAbandoned, temporaryName } from '../../base/files/temporary-name.ts';

/**
 * Writes files into a new or empty folder: all or, after an error, none. Every file is a new one; nothing follows
 * a link.
 *
 * @throws {NodeJS.ErrnoException}
 */
export function writeFolder(folder: string, files: readonly SourceFile[]): void {
  makeFolder(path.dirname(folder));
  removeAbandoned(path.dirname(folder));
  const temporary = path.join(path.dirname(folder), temporaryName('lectern-extract'));
  const remove = () => rmSync(temporary, { recursive: true, force: true });
  const release = onEndOfProcess(remove);
  try {
    mkdirSync(temporary);
    const folders = new Set(['']);
    for (const { path: name, bytes } of files) {
      const parent = name.slice(0, Math.max(0, name.lastIndexOf('/')));
      if (!folders.has(parent)) mkdirSync(path.join(temporary, parent), { recursive: true });
      folders.add(parent);
      writeFileSync(`${temporary}${path.sep}${name}`, bytes, { flag: 'wx' });
    }
    moveInto(folder, temporary);
  } finally {
    remove();
    release();
  }
}

function moveInto(folder: string, temporary: string): void {
  if (!existsSync(folder)) {
    renameSync(temporary, folder);
    return;
  }
  for (const name of readdirSync(temporary)) {
    renameSync(path.join(temporary, name), path.join(folder, name));
  }
}
