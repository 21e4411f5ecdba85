import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Names a temporary file or folder so that a later run knows whose it was: `.talk.md.1a2b3c4d-4711-5e6f7a8b.tmp`
 * has the machine, the process and a random number. Short, as browsers create sockets in such folders, and the path
 * of a socket has at most 104 characters.
 *
 * @param name what it is for
 */
export function temporaryName(name: string): string {
  return `.${name}.${machine()}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
}

const ownName = /^\..+\.([\da-f]{8})-(\d+)-[\da-f]{8}\.tmp$/;
const swept = new Set<string>();

/**
 * Removes from a folder what earlier runs left that were killed: temporary files of processes that have ended.
 * Others are removed after a day. Looks into each folder once.
 */
export function removeAbandoned(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const [, owner, pid] = ownName.exec(name) ?? [];
    const file = path.join(folder, name);
    if (owner === undefined || pid === undefined || !isAbandoned(file, owner, Number(pid)))
      continue;
    try {
      rmSync(file, { recursive: true, force: true });
    } catch {
      // The folder is read-only.
    }
  }
}

const day = 24 * 60 * 60 * 1000;

function isAbandoned(file: string, owner: string, pid: number): boolean {
  try {
    const { mtimeMs, uid } = lstatSync(file);
    // In a folder that several users share, others may have created it, to have something else removed.
    if (process.getuid && uid !== process.getuid()) return false;
    if (owner === machine() && pid !== process.pid && !isRunning(pid)) return true;
    return Date.now() - mtimeMs > day;
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Without permission, there is such a process of another user.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

let known: string | undefined;

/** Identifies the machine; for containers, the space of process numbers. */
function machine(): string {
  known ??= createHash('sha256')
    .update(`${os.hostname()} ${processSpace()}`)
    .digest('hex')
    .slice(0, 8);
  return known;
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
