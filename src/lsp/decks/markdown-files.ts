import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isDeckName } from '../../base/files/deck-files.ts';
import { plainText } from '../../base/files/plain-text.ts';

const maxFiles = 5000;
const ignoredFolders = new Set(['node_modules', 'dist', 'build', 'target', 'vendor']);

/** A text, and the state of the file that it was read from. */
interface KnownText {
  readonly key: string;
  readonly text: string;
}

/** The Markdown files of the folders that an editor has open, of which each is read once until it changes. */
export class MarkdownFiles {
  readonly #texts = new Map<string, KnownText>();
  #files: readonly string[] | undefined;
  #folders: readonly string[] = [];

  /** Looks for files again when they are asked for. */
  forget(): void {
    this.#files = undefined;
  }

  /** Absolute paths. */
  in(folders: readonly string[]): readonly string[] {
    if (!this.#files || folders.join('\n') !== this.#folders.join('\n')) {
      this.#folders = folders;
      const found: string[] = [];
      for (const folder of folders) collect(folder, found);
      this.#files = found;
    }
    return this.#files;
  }

  /** The text of a file; empty if it cannot be read. */
  textOf(file: string): string {
    try {
      const { mtimeMs, size } = statSync(file);
      const key = `${mtimeMs} ${size}`;
      const known = this.#texts.get(file);
      if (known?.key === key) return known.text;
      const text = plainText(readFileSync(file, 'utf8'));
      this.#texts.set(file, { key, text });
      return text;
    } catch {
      return '';
    }
  }
}

function collect(folder: string, found: string[]): void {
  for (const entry of entriesOf(folder)) {
    if (found.length >= maxFiles || entry.name.startsWith('.')) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !ignoredFolders.has(entry.name)) collect(file, found);
    else if (entry.isFile() && isDeckName(entry.name)) found.push(file);
  }
}

function entriesOf(folder: string) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
