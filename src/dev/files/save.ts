import { explainWriteError, writeAtomically } from '../../base/files/atomic-write.ts';
import type { EditRequest, FileText, Refused, Saved } from '../protocol/messages.ts';
import { readFileState, versionOfBytes } from './deck-files.ts';
import { keepLineEnds } from './line-ends.ts';

/** A text to be saved; see {@link EditRequest}. */
export type Save = Extract<EditRequest, { readonly type: 'save' }>;

/**
 * Writes a text to its file if that still is what the author began from; else says what it is now, and
 * writes nothing.
 *
 * @param file real path
 * @param cwd from which messages name files
 */
export async function saveText(
  { file: name, text, version }: Save,
  file: string,
  cwd: string,
): Promise<Saved | FileText | Refused> {
  const refuse = (reason: string): Refused => ({ type: 'refused', file: name, reason });
  const before = readFileState(file);
  if ('reason' in before) return refuse(before.reason);
  if (before.version !== version) return conflict(name, before);
  if (text.includes('\0')) return refuse('it holds a NUL character, which no text has');
  const { mode, raw } = before;
  if (mode !== undefined && (mode & 0o222) === 0) return refuse('it is read-only');
  const content = Buffer.from(keepLineEnds(raw, text));
  let isReplaced = true;
  try {
    await writeAtomically(file, content, {
      ...(mode !== undefined && { mode }),
      // Writing takes some milliseconds, in which another editor may save too.
      mayReplace: () => {
        isReplaced = isOfVersion(file, version);
        return isReplaced;
      },
    });
  } catch (error) {
    return refuse(explainWriteError(error, file, cwd).message);
  }
  // Not what the file holds: that may be another editor's already.
  if (isReplaced) return { type: 'saved', file: name, version: versionOfBytes(content) };
  const now = readFileState(file);
  return 'reason' in now ? refuse(now.reason) : conflict(name, now);
}

function isOfVersion(file: string, version: string): boolean {
  const state = readFileState(file);
  return 'version' in state && state.version === version;
}

function conflict(
  file: string,
  { text, version }: { readonly text: string; readonly version: string },
): FileText {
  return { type: 'text', file, text, version, isConflict: true };
}
