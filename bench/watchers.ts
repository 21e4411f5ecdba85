import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DeckPlan, type Dialect, writeDeck, writePhoto, writePicture } from './decks.ts';
import type { Watcher } from './live.ts';

export interface Place {
  /** For the decks. */
  readonly folder: string;
  readonly lecternProgram: string;
  readonly cache: string;
}

/** Each watches a folder of its own: what one of them saves is no work for the others. */
export function watchersOf(
  plan: Omit<DeckPlan, 'draft'>,
  { folder, lecternProgram, cache }: Place,
): readonly Watcher[] {
  const program = (name: string): string =>
    path.join(import.meta.dirname, 'node_modules/.bin', name);
  const node = process.execPath;
  const watchers: readonly (Pick<Watcher, 'name' | 'argv' | 'page'> & { dialect: Dialect })[] = [
    {
      name: 'Lectern',
      argv: (port) => [node, lecternProgram, 'dev', 'deck.md', '--port', `${port}`],
      page: '#/2',
      dialect: 'lectern',
    },
    {
      name: 'Marp CLI',
      argv: () => [node, program('marp'), '--server', '.'],
      page: '/deck.md#2',
      dialect: 'marp',
    },
    {
      name: 'reveal-md',
      argv: (port) => [
        ...[node, program('reveal-md'), 'deck.md', '--watch', '--disable-auto-open'],
        ...['--port', `${port}`],
      ],
      page: '/deck.md#/1',
      dialect: 'marp',
    },
  ];
  return watchers.map(({ dialect, ...watcher }) => {
    const cwd = path.join(folder, watcher.name);
    mkdirSync(cwd, { recursive: true });
    writeFileSync(path.join(cwd, 'picture.svg'), writePicture());
    for (let i = 0; plan.hasPhotos && i < plan.slides - 1; i++) {
      writeFileSync(path.join(cwd, `photo-${i}.png`), writePhoto(i));
    }
    const save = (draft: number): void => {
      writeFileSync(path.join(cwd, 'deck.md'), writeDeck({ ...plan, draft }, dialect));
    };
    return { ...watcher, cwd, env: { LECTERN_CACHE: cache }, save };
  });
}
