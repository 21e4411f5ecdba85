import { readFileSync, realpathSync } from 'node:fs';
import { cacheEntry } from '../base/cache/cache.ts';
import { hash } from '../base/hash.ts';

/**
 * Records which deck an output was written for, in the cache: two decks of the same name have the same output by
 * default, and pages do not contain the folder of their deck.
 */
export function recordOutput(file: string, deck: string, content: string | Uint8Array): void {
  entryOf(file)?.write(`${hash(content)}\n${realpathSync(deck)}`);
}

/** The deck that an output was written for, which may be gone; `undefined` if the output has changed since. */
export function recordedDeck(file: string): string | undefined {
  const [digest, deck = ''] = entryOf(file)?.read()?.split('\n') ?? [];
  return digest !== undefined && digest === hash(readFileSync(file)) ? deck : undefined;
}

function entryOf(file: string): ReturnType<typeof cacheEntry> | undefined {
  try {
    return cacheEntry('output', [realpathSync(file)]);
  } catch {
    return undefined;
  }
}
