import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { Report } from '../../base/diagnostics/report.ts';
import { realPathOf } from '../../base/files/file-stats.ts';
import { isInside, locateDeck } from '../../base/files/locate-file.ts';
import { plainText } from '../../base/files/plain-text.ts';
import { hash } from '../../base/hash.ts';
import { formatPath } from '../../base/units.ts';
import type { LiveDeck } from '../deck/live-deck.ts';
import { maxText } from '../protocol/edit-request.ts';

/** The version of a file that does not exist. */
const noVersion = 'none';

/** The content of a file, or why it cannot be edited. */
type FileState =
  | {
      /** Line ends as LF, no byte-order mark. */
      readonly text: string;
      readonly version: string;
      /** With the line ends and byte-order mark of the file. */
      readonly raw: string;
      readonly mode?: number;
    }
  | { readonly reason: string };

/**
 * The files that may be edited in the pages of a deck: its own file, and those in which its builds
 * have found slides. Maps their names in spans to their real paths.
 */
export function filesOf({ job, markdown }: LiveDeck): ReadonlyMap<string, string> {
  const { cwd, root } = job.options;
  const entry = locateDeck(job.deck, job.deck, root, new Report()) ?? job.deck;
  const files = [...markdown].map((name) => [name, path.resolve(cwd, name)] as const);
  return new Map(
    [[formatPath(entry, cwd), entry] as const, ...files].filter(([, file]) => isInside(file, root)),
  );
}

/**
 * Reads a file that may be edited.
 *
 * @param file its real path at the time of the build
 */
export function readFileState(file: string): FileState {
  try {
    // A link that has replaced the file may point outside of the deck's project.
    if (realpathSync(file) !== file) return { reason: linked };
    const stats = statSync(file);
    if (!stats.isFile()) return { reason: 'it is no longer a regular file' };
    if (stats.size > 4 * maxText) return { reason: tooLong };
    return decode(readFileSync(file), stats.mode & 0o777);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') return { reason: message };
    if (lstatSync(file, { throwIfNoEntry: false })) return { reason: linked };
    const hasFolder = realPathOf(path.dirname(file)) === path.dirname(file);
    return hasFolder
      ? { text: '', version: noVersion, raw: '' }
      : { reason: 'its folder no longer exists' };
  }
}

/** The version of a file; `none` if it cannot be read. */
export function versionOf(file: string): string {
  const state = readFileState(file);
  return 'reason' in state ? noVersion : state.version;
}

const linked = 'it was replaced by a link';
const tooLong = 'it is longer than 1,000,000 characters, the limit for editing here';

function decode(bytes: Buffer, mode: number): FileState {
  const raw = bytes.toString('utf8');
  if (!isUtf8(bytes) || raw.includes('\0')) return { reason: 'it is not UTF-8 text' };
  const text = plainText(raw);
  return text.length > maxText
    ? { reason: tooLong }
    : { text, version: versionOfBytes(bytes), raw, mode };
}

/** The version of a file with this content. */
export function versionOfBytes(bytes: Buffer): string {
  return hash(bytes).slice(0, 32);
}
