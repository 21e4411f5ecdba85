import { explainWriteError, writeAtomically } from '../cli/write.ts';
import { readFileState, versionOf } from './deck-files.ts';
import { keepLineEnds } from './line-ends.ts';
import type { EditRequest, FileText, Refused, Saved } from './messages.ts';

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
  let isReplaced = true;
  try {
    await writeAtomically(file, keepLineEnds(raw, text), {
      ...(mode !== undefined && { mode }),
      // Writing takes some milliseconds, in which another editor may save too.
      mayReplace: () => {
        isReplaced = versionOf(file) === version;
        return isReplaced;
      },
    });
  } catch (error) {
    return refuse(explainWriteError(error, file, cwd).message);
  }
  const after = readFileState(file);
  if ('reason' in after) return refuse(after.reason);
  if (!isReplaced) return conflict(name, after);
  return { type: 'saved', file: name, version: after.version };
}

function conflict(
  file: string,
  { text, version }: { readonly text: string; readonly version: string },
): FileText {
  return { type: 'text', file, text, version, isConflict: true };
}
