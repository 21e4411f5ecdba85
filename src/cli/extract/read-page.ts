import { readFileSync } from 'node:fs';
import { type CarriedDeck, DamagedSourceError, readEmbeddedSource } from '../../6-export/source.ts';
import { statsOf } from '../../base/files/file-stats.ts';
import { formatSize } from '../../base/units.ts';
import { UsageError } from '../usage-error.ts';

/** The bytes of the largest page that is read; no build writes one as large. */
const maxPageBytes = 500_000_000;

/**
 * Reads the source that a built deck contains.
 *
 * @param name the file as the user wrote it
 * @throws {UsageError}
 */
export function readPage(file: string, name: string): CarriedDeck {
  const page = readText(file, name);
  try {
    const source = readEmbeddedSource(page);
    if (source) return source;
  } catch (error) {
    if (!(error instanceof DamagedSourceError)) throw error;
    throw new UsageError(`the source in ${name} is damaged: ${error.message}`);
  }
  const isDeck = page.includes('<meta name="generator" content="Lectern ');
  if (isDeck) throw new UsageError(`${name} contains no source`, 'it was built with --share');
  throw new UsageError(`${name} is not a deck built by Lectern`, hint);
}

const hint = 'name the HTML file of a deck';

function readText(file: string, name: string): string {
  // Reading a pipe or a device might never end.
  const stats = statsOf(file);
  if (stats && !stats.isFile()) throw new UsageError(`${name} is not an ordinary file`, hint);
  if (stats && stats.size > maxPageBytes) {
    throw new UsageError(`${name} has ${formatSize(stats.size)}: no deck is as large`, hint);
  }
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'file not found' : message;
    throw new UsageError(`cannot read ${name}: ${reason}`, hint);
  }
}
