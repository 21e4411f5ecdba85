import { realpathSync } from 'node:fs';
import path from 'node:path';
import { cacheEntry } from '../../base/cache/cache.ts';
import { writeAtomically } from '../../base/files/atomic-write.ts';
import { digestOf, pathInRealFolder } from '../../base/files/file-stats.ts';
import { makeFolder } from '../../base/files/make-folder.ts';
import { hash } from '../../base/hash.ts';

/** A content of an output, and the deck that it was written for. */
interface Version {
  readonly digest: string;
  readonly deck: string;
}

/**
 * Writes an output, and records in the cache which deck it is written for: two decks of the same name have the same
 * output by default, and pages do not contain the folder of their deck.
 *
 * @throws {NodeJS.ErrnoException}
 */
export async function writeRecorded(
  file: string,
  deck: string,
  content: string | Buffer,
): Promise<void> {
  makeFolder(path.dirname(file));
  recordVersion(file, deck, content);
  await writeAtomically(file, content);
}

/**
 * Records an output that is about to be written. With the version that is there, and before the output is: the
 * process may be killed at any moment.
 */
export function recordVersion(file: string, deck: string, content: string | Buffer): void {
  const written: Version = { digest: hash(content), deck: realpathSync(deck) };
  const current = recordedVersion(file);
  const versions = current && current.digest !== written.digest ? [written, current] : [written];
  entryOf(file)?.write(JSON.stringify(versions));
}

/** The deck that an output was written for, which may be gone; `undefined` if the output has changed since. */
export function recordedDeck(file: string): string | undefined {
  return recordedVersion(file)?.deck;
}

/** The version that the file has now; `undefined` if it is not recorded. */
function recordedVersion(file: string): Version | undefined {
  const text = entryOf(file)?.read();
  if (text === undefined) return undefined;
  try {
    // Not of a pipe, which would be waited for.
    const digest = digestOf(file);
    return (JSON.parse(text) as readonly Version[]).find((version) => version.digest === digest);
  } catch {
    // There is no such file yet.
    return undefined;
  }
}

function entryOf(file: string): ReturnType<typeof cacheEntry> | undefined {
  try {
    return cacheEntry('output', [pathInRealFolder(file)]);
  } catch {
    return undefined;
  }
}
