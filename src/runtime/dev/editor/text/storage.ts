import { keptKey } from '../../storage-key.ts';
import type { Buffer, KeptBuffer } from './file-buffer.ts';

/** What a tab keeps of its editor over a reload. */
export interface Kept {
  /** The file that is shown. */
  readonly shown: string;
  readonly hasFocus: boolean;
  readonly buffers: readonly KeptBuffer[];
}

/**
 * Keeps all texts, with all that can be undone if there is room for that.
 *
 * @returns whether nothing would be lost by a reload
 */
export function keep(
  deck: string,
  { shown, hasFocus }: Omit<Kept, 'buffers'>,
  buffers: readonly Buffer[],
): boolean {
  return [true, false].some((withHistory) => {
    const kept: Kept = {
      shown,
      hasFocus,
      buffers: buffers.map((buffer) => buffer.keep(withHistory)),
    };
    try {
      sessionStorage.setItem(keptKey(deck), JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  });
}

/** Gives what was kept. */
export function takeKept(deck: string): Kept | undefined {
  const text = sessionStorage.getItem(keptKey(deck));
  return text === null ? undefined : (JSON.parse(text) as Kept);
}

export function forget(deck: string): void {
  sessionStorage.removeItem(keptKey(deck));
}
