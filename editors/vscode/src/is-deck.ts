import { existsSync } from 'node:fs';
import path from 'node:path';

/** Whether a Markdown file is likely a deck: it is in `slides/`, next to settings, or has the front matter of one. */
export function isDeck(file: string, text: string): boolean {
  const folder = path.dirname(file);
  if (path.basename(folder) === 'slides') return true;
  const names = ['lectern.config.json', 'lectern.config.yaml'];
  if (names.some((name) => existsSync(path.join(folder, name)))) return true;
  const matter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)/.exec(text)?.[1] ?? '';
  return /^(?:theme|ratio|size|transition|numbers|fit|split|dialect|marp|styles|header|footer)[ \t]*:/m.test(
    matter,
  );
}
