import { replaceText } from '../../base/files/edit/replace-text.ts';
import type { EditRequest, FileText, Refused, Saved } from '../protocol/messages.ts';

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
  const result = await replaceText(file, { text, version }, cwd);
  if (result.kind === 'refused') return { type: 'refused', file: name, reason: result.reason };
  if (result.kind === 'written') return { type: 'saved', file: name, version: result.version };
  const { text: current, version: currentVersion } = result;
  return { type: 'text', file: name, text: current, version: currentVersion, isConflict: true };
}
