import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A way in which editors and other programs bring a text into a file. */
export interface Save {
  readonly name: string;
  readonly write: (file: string, text: string) => Promise<void> | void;
}

/** Those that are seen: by most editors, Vim, VS Code, JetBrains, git, scripts, synchronised folders. */
export const saves: readonly Save[] = [
  { name: 'in place', write: (file, text) => writeFileSync(file, text) },
  {
    name: 'emptied first',
    write: async (file, text) => {
      writeFileSync(file, '');
      await wait(15);
      writeFileSync(file, text);
    },
  },
  {
    name: 'by rename',
    write: (file, text) => {
      writeFileSync(`${file}.tmp`, text);
      renameSync(`${file}.tmp`, file);
    },
  },
  {
    name: 'with the old file moved away',
    write: (file, text) => {
      renameSync(file, `${file}~`);
      writeFileSync(file, text);
      rmSync(`${file}~`);
    },
  },
  {
    name: 'deleted and made again',
    write: async (file, text) => {
      rmSync(file);
      await wait(40);
      writeFileSync(file, text);
    },
  },
  {
    name: 'in pieces',
    write: async (file, text) => {
      const middle = Math.floor(text.length / 2);
      writeFileSync(file, text.slice(0, middle));
      await wait(5);
      appendFileSync(file, text.slice(middle));
    },
  },
  {
    name: 'twenty at once',
    write: async (file, text) => {
      for (let i = 0; i < 20; i++) {
        writeFileSync(file, `${text}${i % 2 === 0 ? '\n' : ''}`);
        if (i % 5 === 0) await wait(3);
      }
      writeFileSync(file, text);
    },
  },
];
