import { rmSync } from 'node:fs';

/** Between two tries, in milliseconds. */
const pause = 50;

/**
 * Removes a folder in which processes that were just killed may still write: each try removes what came since the last
 * one, unlike the retries of Node, which wait for it to go. Synchronous, also while it waits.
 *
 * @param patience in milliseconds
 * @returns whether it is gone
 */
export function removeFolder(folder: string, patience = 10_000): boolean {
  for (let waited = 0; ; waited += pause) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return true;
    } catch {
      if (waited >= patience) return false;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
}
