import { readFileSync } from 'node:fs';
import { statsOf } from './file-stats.ts';

/** A text as stages read it: without a byte-order mark, line ends as LF. */
export function plainText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Larger than any text that one would present; a slip such as naming a video must not fill the memory. */
export const maxTextBytes: number = 32 * 1024 * 1024;

/** The lines of a text file, to show some of them; none if it cannot be read, is too large or is a device. */
export function readLines(file: string): readonly string[] {
  const stats = statsOf(file);
  if (!stats?.isFile() || stats.size > maxTextBytes) return [];
  try {
    return plainText(readFileSync(file, 'utf8')).split('\n');
  } catch {
    return [];
  }
}
