import path from 'node:path';
import { readOwnFile, writeOwnFile } from '../cache/own-file.ts';
import { settingsFolder } from '../cache/settings-folder.ts';
import { hash } from '../hash.ts';

const maxBytes = 1024 * 1024;
/** The oldest of more entries are forgotten. */
const maxEntries = 10_000;

/**
 * The scripts that the user has agreed to run, by their content and the project folder in which they are.
 * A changed script, or a copy of the project, is asked for again.
 */
export class TrustedScripts {
  readonly #agrees: boolean;

  /** @param agrees whether the user agrees to all scripts of this run, which is remembered */
  constructor(agrees: boolean) {
    this.#agrees = agrees;
  }

  /**
   * Whether these scripts may run.
   *
   * @param root the real path of the project folder
   * @param texts of all scripts of a deck, in order
   */
  includes(root: string, texts: readonly string[]): boolean {
    if (texts.length === 0) return true;
    const entry = hash(root, ...texts);
    const isKnown = read().includes(entry);
    if (this.#agrees && !isKnown) add(entry);
    return isKnown || this.#agrees;
  }
}

function read(): readonly string[] {
  const file = listFile();
  const bytes = file === undefined ? undefined : readOwnFile(file, maxBytes);
  return (bytes?.toString('utf8') ?? '').split('\n').filter((entry) => entry !== '');
}

/** Writes an entry if that is possible: otherwise the user is asked again in the next run. */
function add(entry: string): void {
  const file = listFile();
  if (file === undefined) return;
  try {
    const entries = [...read().slice(-maxEntries), entry, ''];
    writeOwnFile(file, [Buffer.from(entries.join('\n'))]);
  } catch {
    // The folder is read-only or full.
  }
}

/** The list; `undefined` if others could change it. */
function listFile(): string | undefined {
  const folder = settingsFolder();
  return folder === undefined ? undefined : path.join(folder, 'trusted-scripts');
}
