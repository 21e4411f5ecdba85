import path from 'node:path';
import { hash } from './hash.ts';

/**
 * Marks a page without source with its deck, so that it is not replaced by another one: two digits of a hash of the
 * deck's file name. One in 256 names has the same mark, so that it does not reveal the name.
 */
export function deckMark(file: string): string {
  return hash(path.basename(file).normalize('NFC')).slice(0, 2);
}
