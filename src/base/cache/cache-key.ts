import { createHmac, randomBytes } from 'node:crypto';
import path from 'node:path';
import { readOwnFile, writeOwnFile } from './own-file.ts';

/** The keys of the folders that this process uses. */
const keys = new Map<string, Buffer>();
const keyLength = 32;

/**
 * The message authentication code of an entry: 64 hexadecimal digits, computed with a key that is kept in the
 * folder. `undefined` if there is no key and none can be written.
 */
export function macOf(
  folder: string,
  name: string,
  content: string | Uint8Array,
): string | undefined {
  const key = keys.get(folder) ?? readOrCreateKey(folder);
  if (key === undefined) return undefined;
  keys.set(folder, key);
  return createHmac('sha256', key).update(`${name}\n`).update(content).digest('hex');
}

function readOrCreateKey(folder: string): Buffer | undefined {
  const file = path.join(folder, 'key');
  return readKey(file) ?? createKey(file);
}

function readKey(file: string): Buffer | undefined {
  const key = readOwnFile(file, keyLength);
  return key?.length === keyLength ? key : undefined;
}

/** Reads back what it wrote, as another process may have written one at the same time. */
function createKey(file: string): Buffer | undefined {
  try {
    writeOwnFile(file, [randomBytes(keyLength)]);
  } catch {
    return undefined;
  }
  return readKey(file);
}
