import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onEndOfProcess } from '../../base/end-of-process.ts';
import { hasContent } from '../../base/files/atomic-write.ts';
import { makeFolder } from '../../base/files/make-folder.ts';
import { removeAbandoned, temporaryName } from '../../base/files/temporary-name.ts';
import { recordVersion } from './output-record.ts';

/** A file that is to be written. */
export interface OutputFile {
  /** Absolute path. */
  readonly file: string;
  readonly content: Buffer;
}

/** The files could not be written. */
export class WriteAllError extends Error {
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(`cannot write ${file}`, { cause });
    this.file = file;
  }
}

/**
 * Writes files and records which deck they are written for; see `writeRecorded`. All are written next to their
 * places before the first one is renamed: after an error, none has changed.
 *
 * @throws {WriteAllError}
 */
export function writeAll(files: readonly OutputFile[], deck: string): void {
  const staged = new Map<string, OutputFile>();
  const remove = () => {
    for (const temporary of staged.keys()) rmSync(temporary, { force: true });
  };
  const release = onEndOfProcess(remove);
  try {
    for (const each of files) attempt(each, () => stage(each, staged));
    for (const [temporary, each] of staged) {
      attempt(each, () => {
        recordVersion(each.file, deck, each.content);
        renameSync(temporary, each.file);
      });
    }
  } finally {
    remove();
    release();
  }
}

function stage(each: OutputFile, staged: Map<string, OutputFile>): void {
  const { file, content } = each;
  if (hasContent(file, content)) return;
  const { dir, base } = path.parse(file);
  makeFolder(dir);
  removeAbandoned(dir);
  const temporary = path.join(dir, temporaryName(base.slice(0, 40)));
  staged.set(temporary, each);
  writeFileSync(temporary, content, { flag: 'wx' });
}

function attempt({ file }: OutputFile, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new WriteAllError(file, error);
  }
}
