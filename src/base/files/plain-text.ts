import { readFileSync } from 'node:fs';
import { decodeData } from './encoding.ts';
import { statsOf } from './file-stats.ts';
import { guessEncodings } from './guess-encoding.ts';

/** Normalizes a text: removes the byte-order mark, and converts line ends to LF. */
export function plainText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** More than any text in a deck; the limit prevents reading a video into memory by mistake. */
export const maxTextBytes: number = 32 * 1024 * 1024;

/** The lines of a text file, to show some of them; none if it cannot be read, is too large or is a device. */
export function readLines(file: string): readonly string[] {
  const stats = statsOf(file);
  if (!stats?.isFile() || stats.size > maxTextBytes) return [];
  try {
    const bytes = readFileSync(file);
    const text = decodeData(bytes)?.text ?? guessEncodings(bytes, '')[0]?.text;
    return plainText(text ?? bytes.toString('utf8')).split('\n');
  } catch {
    return [];
  }
}
