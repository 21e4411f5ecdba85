import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { hash } from '../../hash.ts';
import { realPathOf } from '../file-stats.ts';
import { plainText } from '../plain-text.ts';

/** The longest text that can be edited, in UTF-16 code units: some thousand slides. */
export const maxEditedText = 1_000_000;

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
    if (stats.size > 4 * maxEditedText) return { reason: tooLong };
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
  return text.length > maxEditedText
    ? { reason: tooLong }
    : { text, version: versionOfBytes(bytes), raw, mode };
}

/** The version of a file with this content. */
export function versionOfBytes(bytes: Buffer): string {
  return hash(bytes).slice(0, 32);
}
