import { closeSync, constants, lstatSync, openSync, readFileSync, unlinkSync } from 'node:fs';
import { copyFile, link, open, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onEndOfProcess } from '../end-of-process.ts';
import { formatPath } from '../units.ts';
import { makeFolder } from './make-folder.ts';
import { removeAbandoned, temporaryName } from './temporary-name.ts';

interface WriteOptions {
  /** The permissions of the file, if not the default ones. */
  readonly mode?: number;
  /** Called right before the file is replaced; if it returns `false`, the file stays unchanged. */
  readonly mayReplace?: () => boolean;
  /** Whether no file may have this name yet; if one has, also as a broken link, the code is `EEXIST`. */
  readonly isNew?: boolean;
}

/**
 * Writes a file atomically: writes a temporary file next to it and renames it. Creates the folder. Removes
 * the temporary file on failure, and when the process ends, and those of processes that were killed.
 *
 * @throws {NodeJS.ErrnoException}
 */
export async function writeAtomically(
  file: string,
  content: string | Buffer,
  options: WriteOptions = {},
): Promise<void> {
  const folder = path.dirname(file);
  removeAbandoned(folder);
  if (!options.isNew && hasContent(file, content)) return;
  makeFolder(folder);
  const temporary = path.join(folder, temporaryName(shortName(file)));
  // Before there is a file: a signal may arrive at any moment.
  const release = onEndOfProcess(() => remove(temporary));
  try {
    closeSync(openSync(temporary, 'wx'));
    await writeDurably(temporary, content, options.mode);
    if (options.isNew) await renameToNew(temporary, file);
    else if (options.mayReplace?.() ?? true) await renameOver(temporary, file);
    else await unlink(temporary);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  } finally {
    release();
  }
}

/** Leaves room for what the name of the temporary file adds. */
function shortName(file: string): string {
  return [...path.basename(file)].slice(0, 40).join('');
}

/** Whether a file has this content. Then it is not written, so that watchers and sync programs ignore it. */
export function hasContent(file: string, content: string | Uint8Array): boolean {
  try {
    const stats = lstatSync(file);
    if (!stats.isFile() || stats.size !== Buffer.byteLength(content)) return false;
    return readFileSync(file).equals(Buffer.from(content));
  } catch {
    return false;
  }
}

async function writeDurably(
  file: string,
  content: string | Buffer,
  mode: number | undefined,
): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    if (mode !== undefined) await handle.chmod(mode);
    await handle.writeFile(content);
    // Without it, a power failure after the rename could leave an empty file.
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const renameWaits: readonly number[] = [20, 50, 100, 200, 400];

/** On Windows, virus scanners and viewers may lock a file for a moment. */
async function renameOver(from: string, to: string): Promise<void> {
  for (const milliseconds of renameWaits) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!isHeld(error)) throw error;
      await sleep(milliseconds);
    }
  }
  await rename(from, to);
}

/** Never overwrites a file, unlike `rename`. Where there are no hard links, as on FAT, it copies. */
async function renameToNew(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
  await unlink(from);
}

function isHeld(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(code ?? '');
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // It is renamed already, or not created yet.
  }
}

/**
 * Explains why a file could not be written, and what to do.
 *
 * @param option that names another place
 */
export function explainWriteError(
  error: unknown,
  file: string,
  cwd: string,
  option = '--out',
): { readonly message: string; readonly hint: string } {
  const { code, message } = error as NodeJS.ErrnoException;
  const [reason, remedy] = reasons[code ?? ''] ?? [message];
  const elsewhere = `choose another place with ${option}`;
  const hint = remedy === undefined ? elsewhere : `${remedy}, or ${elsewhere}`;
  return { message: `cannot write ${formatPath(file, cwd)}: ${reason}`, hint };
}

const reasons: Readonly<Record<string, readonly [reason: string, remedy?: string]>> = {
  EACCES: ['no permission'],
  EPERM: ['no permission, or another program has it open', 'close it there'],
  EBUSY: ['another program has it open', 'close it there'],
  EROFS: ['the disk is read-only'],
  ENOENT: ['its folder cannot be made'],
  ENOTDIR: ['a file stands where its folder should be'],
  EEXIST: ['a file stands where its folder should be'],
  EISDIR: ['a folder has that name'],
  ENOSPC: ['the disk is full', 'make room'],
  EDQUOT: ['no more space is allowed to you there', 'make room'],
  EFBIG: ['files of this size are not allowed'],
  ENAMETOOLONG: ['the name is too long'],
};
