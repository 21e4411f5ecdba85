import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  futimesSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';

const day = 24 * 60 * 60 * 1000;

/** Neither follows a link nor waits for the writer of a FIFO. Windows has neither. */
const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * The bytes of a regular file, whose modification time then records the day of this use; `undefined` for links,
 * FIFOs, devices and folders, for larger files, and if it cannot be read.
 */
export function readOwnFile(file: string, maxBytes: number): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, readFlags);
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.size > maxBytes) return undefined;
    const now = Date.now();
    if (now - stats.mtimeMs > day) futimesSync(descriptor, now / 1000, now / 1000);
    return readBytes(descriptor, stats.size);
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** At most this many bytes, even if the file grows meanwhile. */
function readBytes(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const count = readSync(descriptor, bytes, length, size - length, null);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}

/**
 * Replaces a file, whatever it is, by one that only this user can read and write.
 *
 * @throws {NodeJS.ErrnoException}
 */
export function writeOwnFile(file: string, parts: readonly Uint8Array[]): void {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    writeFileSync(temporary, Buffer.concat(parts), { flag: 'wx', mode: 0o600 });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
