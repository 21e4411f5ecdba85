import { explainWriteError, writeAtomically } from '../atomic-write.ts';
import { readFileState, versionOfBytes } from './edited-file.ts';
import { keepLineEnds } from './keep-line-ends.ts';

/** A text that was written, the current text of a file that somebody else has changed, or why neither can be had. */
export type ReplacedText =
  | { readonly kind: 'written'; readonly version: string }
  | { readonly kind: 'changed'; readonly text: string; readonly version: string }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Replaces the text of a file if it still has the version that was edited.
 *
 * @param file its real path
 * @param text with line ends as LF; those of the file are kept
 * @param cwd paths in messages are relative to it
 */
export async function replaceText(
  file: string,
  { text, version }: { readonly text: string; readonly version: string },
  cwd: string,
): Promise<ReplacedText> {
  const before = readFileState(file);
  if ('reason' in before) return refused(before.reason);
  if (before.version !== version) return { kind: 'changed', ...before };
  if (text.includes('\0')) return refused('it contains a NUL character');
  const { mode, raw } = before;
  if (mode !== undefined && (mode & 0o222) === 0) return refused('it is read-only');
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
    return refused(explainWriteError(error, file, cwd).message);
  }
  // The version of what was written: another editor may have saved again since.
  if (isReplaced) return { kind: 'written', version: versionOfBytes(content) };
  const now = readFileState(file);
  return 'reason' in now ? refused(now.reason) : { kind: 'changed', ...now };
}

function isOfVersion(file: string, version: string): boolean {
  const state = readFileState(file);
  return 'version' in state && state.version === version;
}

function refused(reason: string): ReplacedText {
  return { kind: 'refused', reason };
}
