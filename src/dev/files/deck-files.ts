import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { hash } from '../../base/cache.ts';
import { isInside } from '../../base/files/locate-file.ts';
import { plainText } from '../../base/files/plain-text.ts';
import { formatPath } from '../../base/units.ts';
import type { LiveDeck } from '../deck/live-deck.ts';
import { maxText } from '../protocol/edit-request.ts';

/** Names the version of a file that is not there. */
const noVersion = 'none';

/** What a file holds, or why it cannot be edited. */
type FileState =
  | {
      /** Line ends as LF, no byte-order mark. */
      readonly text: string;
      readonly version: string;
      /** Byte for byte. */
      readonly raw: string;
      readonly mode?: number;
    }
  | { readonly reason: string };

/**
 * The files that may be edited in the pages of a deck, their real paths by the names that places have:
 * those that its builds read as Markdown and found slides in, and its own.
 */
export function filesOf({ job, markdown }: LiveDeck): ReadonlyMap<string, string> {
  const { cwd, root } = job.options;
  const entry = realPathOf(job.deck);
  const files = [...markdown].map((name) => [name, path.resolve(cwd, name)] as const);
  return new Map(
    [[formatPath(entry, cwd), entry] as const, ...files].filter(([, file]) => isInside(file, root)),
  );
}

function realPathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    // Gone since it was built.
    return file;
  }
}

/**
 * Looks at a file that may be edited.
 *
 * @param file its real path as it was when the deck was built
 */
export function readFileState(file: string): FileState {
  try {
    // A link that stands there now leads to a file that is not the deck's.
    if (realpathSync(file) !== file) return { reason: linked };
    const stats = statSync(file);
    if (!stats.isFile()) return { reason: 'it is no ordinary file any more' };
    if (stats.size > 4 * maxText) return { reason: tooLong };
    return decode(readFileSync(file), stats.mode & 0o777);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') return { reason: message };
    if (lstatSync(file, { throwIfNoEntry: false })) return { reason: linked };
    const isThere = realPathOf(path.dirname(file)) === path.dirname(file);
    return isThere
      ? { text: '', version: noVersion, raw: '' }
      : { reason: 'its folder is not there any more' };
  }
}

/** Names what a file holds; `none` where it cannot be read, too. */
export function versionOf(file: string): string {
  const state = readFileState(file);
  return 'reason' in state ? noVersion : state.version;
}

const linked = 'a link has taken its place';
const tooLong = 'it is longer than the million characters that can be edited here';

function decode(bytes: Buffer, mode: number): FileState {
  const raw = bytes.toString('utf8');
  if (!isUtf8(bytes) || raw.includes('\0')) return { reason: 'it is not a text in UTF-8' };
  const text = plainText(raw);
  return text.length > maxText
    ? { reason: tooLong }
    : { text, version: versionOfBytes(bytes), raw, mode };
}

/** Names what a file holds that holds this. */
export function versionOfBytes(bytes: Buffer): string {
  return hash(bytes).slice(0, 32);
}
