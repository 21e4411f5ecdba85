import { explainWriteError, writeAtomically } from '../../base/files/atomic-write.ts';
import type { EditRequest, FileText, Refused, Saved } from '../protocol/messages.ts';
import { readFileState, versionOfBytes } from './deck-files.ts';
import { keepLineEnds } from './line-ends.ts';

/** A request to save a text; see {@link EditRequest}. */
export type Save = Extract<EditRequest, { readonly type: 'save' }>;

/**
 * Writes a text to its file if the file still has the version that was edited.
 *
 * @param file its real path
 * @param cwd paths in messages are relative to it
 * @returns after a conflict, the current content of the file
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
  if (text.includes('\0')) return refuse('it contains a NUL character');
  const { mode, raw } = before;
  if (mode !== undefined && (mode & 0o222) === 0) return refuse('it is read-only');
  const content = Buffer.from(keepLineEnds(raw, text));
  let isReplaced = true;
  try {
    await writeAtomically(file, content, {
      ...(mode !== undefined && { mode }),
      // Another editor may have saved while the text was written to the temporary file.
      mayReplace: () => {
        isReplaced = isOfVersion(file, version);
        return isReplaced;
      },
    });
  } catch (error) {
    return refuse(explainWriteError(error, file, cwd).message);
  }
  // The version of what was written: another editor may have saved again since.
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
