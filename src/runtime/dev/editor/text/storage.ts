import { readStored, removeStored, writeStored } from '../../browser-storage.ts';
import { editorStateKey } from '../../kept-drafts.ts';
import type { FileBuffer, StoredBuffer } from './file-buffer.ts';

/** The state of the editor as stored for a reload. */
interface StoredEditor {
  /** The name of the shown file. */
  readonly shown: string;
  readonly hasFocus: boolean;
  readonly buffers: readonly StoredBuffer[];
}

/**
 * Stores all buffers, with their undo history if it fits.
 *
 * @param deck its id
 * @returns whether a reload loses nothing
 */
export function storeEditor(
  deck: string,
  { shown, hasFocus }: Omit<StoredEditor, 'buffers'>,
  buffers: readonly FileBuffer[],
): boolean {
  return [true, false].some((withHistory) => {
    const stored: StoredEditor = {
      shown,
      hasFocus,
      buffers: buffers.map((buffer) => buffer.toStored(withHistory)),
    };
    return writeStored('sessionStorage', editorStateKey(deck), JSON.stringify(stored));
  });
}

/** The stored state; `undefined` if there is none. @param deck its id */
export function readStoredEditor(deck: string): StoredEditor | undefined {
  const text = readStored('sessionStorage', editorStateKey(deck));
  return text === null ? undefined : (JSON.parse(text) as StoredEditor);
}

export function clearStoredEditor(deck: string): void {
  removeStored('sessionStorage', editorStateKey(deck));
}
