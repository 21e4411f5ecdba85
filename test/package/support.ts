import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/base/files/package-root.ts';

export const talk = readDeck('talk');
export const rareBlocks = readDeck('rare-blocks');
/** Every character that is printed on a keyboard, in every kind of text. */
export const english = readDeck('keyboard');

function readDeck(name: string): string {
  return readFileSync(path.join(packageRoot, `test/package/${name}.md`), 'utf8');
}

/** The compiled chunks in a cache, each with the time when it was written. */
export function compiledIn(cache: string): readonly (readonly [name: string, time: number])[] {
  const names = readdirSync(cache).filter((name) => name.startsWith('program-'));
  return names.sort().map((name) => [name, statSync(path.join(cache, name)).mtimeMs]);
}
