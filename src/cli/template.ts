import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suggest } from '../base/diagnostics/suggest.ts';
import { packageRoot } from '../base/files/package-root.ts';
import { UsageError } from './usage-error.ts';

const folderOfAll = path.join(packageRoot, 'src', 'templates');

/**
 * Reads a template: a complete deck, `deck.md`, with its images and data in `deck/`.
 *
 * @returns its files by their relative paths
 * @throws {UsageError} for an unknown template
 */
export function readTemplate(name: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folderOfAll).sort();
  if (!names.includes(name)) {
    throw new UsageError(`unknown template "${name}"`, suggest(name, names));
  }
  const folder = path.join(folderOfAll, name);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((file) => [path.relative(folder, file), readFileSync(file)]));
}

/** The title of a template, and the name of its folder. */
const [placeholder, folderName] = ['A new deck', 'deck'];

/**
 * Fills in the title, the theme and the name of a new deck.
 *
 * @param deck the absolute path of the new deck; its folder is created next to it
 * @returns the files to write, by their absolute paths
 */
export function fillIn(
  template: ReadonlyMap<string, Buffer>,
  deck: string,
  title: string,
  theme: string | undefined,
): ReadonlyMap<string, string | Buffer> {
  const { dir, name } = path.parse(deck);
  const files = new Map<string, string | Buffer>();
  for (const [file, content] of template) {
    if (file !== `${folderName}.md`) {
      files.set(path.join(dir, name, path.relative(folderName, file)), content);
      continue;
    }
    const text = content
      .toString('utf8')
      .replace(/^title: .*$/m, () => `title: ${yamlText(title)}`)
      .replace(
        /^footer: A new deck(.*)$/m,
        (_, rest: string) => `footer: ${yamlText(markdownText(title) + rest)}`,
      )
      .replaceAll(placeholder, () => markdownText(title))
      .replace(/(?<=\]\(|data: )deck\//g, () => `${name.replaceAll(' ', '%20')}/`)
      .replace(/^theme: .*$/m, (line) => (theme === undefined ? line : `theme: ${theme}`));
    files.set(deck, text);
  }
  return files;
}

/** A text as a YAML value. */
function yamlText(text: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ,.'’!?·–-]*$/u.test(text) ? text : JSON.stringify(text);
}

function markdownText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~$:!]/g, '\\$&');
}
