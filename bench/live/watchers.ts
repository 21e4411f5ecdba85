import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DeckPlan, type Dialect, writeDeck, writePhoto, writePicture } from '../decks.ts';
import type { Watcher } from './live.ts';
import { startProgram } from './servers.ts';
import { wordWatcher } from './word-server.ts';

/** With the targets of each: at most so many milliseconds from a save to the screen, and so many times the limit. */
export const livePlans = [
  { name: '12 slides', slides: 12, charts: [], most: 50, mostTimes: 1.5 },
  {
    name: '12 slides, 11 photographs',
    slides: 12,
    charts: [],
    hasPhotos: true,
    most: 100,
    mostTimes: 3,
  },
  { name: '100 slides', slides: 100, charts: [], most: 50, mostTimes: 1.5 },
  { name: '1000 slides', slides: 1000, charts: [], most: 100, mostTimes: 3 },
] as const;

export interface Place {
  /** For the decks. */
  readonly folder: string;
  readonly lecternProgram: string;
  readonly cache: string;
}

interface Program extends Pick<Watcher, 'name' | 'page'> {
  readonly dialect: Dialect;
  readonly argv: (port: number) => readonly string[];
}

/** Each watches a folder of its own: what one of them saves is no work for the others. The last one is the limit. */
export function watchersOf(
  plan: Omit<DeckPlan, 'draft'>,
  { folder, lecternProgram, cache }: Place,
): readonly Watcher[] {
  const program = (name: string): string =>
    path.join(import.meta.dirname, '../node_modules/.bin', name);
  const node = process.execPath;
  const programs: readonly Program[] = [
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
  const watchers = programs.map(({ name, page, dialect, argv }): Watcher => {
    const cwd = path.join(folder, name);
    mkdirSync(cwd, { recursive: true });
    writeFileSync(path.join(cwd, 'picture.svg'), writePicture());
    for (let i = 0; plan.hasPhotos && i < plan.slides - 1; i++) {
      writeFileSync(path.join(cwd, `photo-${i}.png`), writePhoto(i));
    }
    const save = (draft: number): void => {
      writeFileSync(path.join(cwd, 'deck.md'), writeDeck({ ...plan, draft }, dialect));
    };
    const start = (port: number) =>
      startProgram(argv(port), cwd, { LECTERN_CACHE: cache, PORT: `${port}` });
    return { name, page, start, save };
  });
  return [...watchers, wordWatcher()];
}
