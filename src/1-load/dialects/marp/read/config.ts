import path from 'node:path';
import { parseDocument } from 'yaml';
import { spanAt } from '../../../../base/span.ts';
import type { TextFile } from '../../../../model/source.ts';
import type { TranslationContext } from '../../translation.ts';

/** What the files of a project say about its decks. */
export interface MarpConfig {
  /** Whether a line end is a line break. */
  readonly breaks: boolean;
  /** Paths of style sheets with themes, or of folders with them. */
  readonly themes: readonly string[];
  /** Directives that come after those of the deck. */
  readonly directives: ReadonlyMap<string, string>;
}

const dataFiles = ['.marprc', '.marprc.json', '.marprc.yml', '.marprc.yaml'];
const programs = ['marp.config', '.marprc'].flatMap((name) =>
  ['.js', '.cjs', '.mjs', '.ts', '.mts', '.cts'].map((ending) => name + ending),
);

/** Options of the command line that are directives of a deck. */
const directiveKeys = ['theme', 'title', 'description', 'author', 'keywords', 'url', 'lang'];

/** Reads what the configuration of Marp CLI and of Marp for VS Code says. What is a program is not run. */
export function readConfig(author: TextFile, context: TranslationContext): MarpConfig {
  const { project, report } = context;
  const program = project.find(...programs);
  if (program !== undefined) {
    const name = path.basename(program);
    const message = `${name} is a program, which is not run: what it sets has no effect`;
    const hint = 'write its settings as data into .marprc.yml, such as themeSet';
    report.add('dialect-settings', spanAt(author, 0, 1), message, hint);
  }
  const [rc, folder] = readData(project.find(...dataFiles), context);
  const [code, root] = readData(project.find('.vscode/settings.json'), context);
  const isOff = [
    at(rc, 'options', 'markdown', 'breaks'),
    at(rc, 'markdown', 'breaks'),
    at(code, 'markdown.marp.breaks'),
  ].some((value) => value === false || value === 'off');
  const directives = new Map<string, string>();
  for (const key of directiveKeys) {
    const value = at(rc, key);
    if (typeof value === 'string') directives.set(key, value);
  }
  const divider = at(rc, 'options', 'headingDivider');
  if (typeof divider === 'number') directives.set('headingDivider', String(divider));
  return {
    breaks: !isOff,
    directives,
    themes: [
      ...texts(at(rc, 'themeSet')).map((name) => path.join(folder, name)),
      ...texts(at(code, 'markdown.marp.themes')).map((name) => path.join(root, '..', name)),
    ],
  };
}

/** @returns the data, and the folder that they are in */
function readData(
  file: string | undefined,
  { project, report }: TranslationContext,
): readonly [data: unknown, folder: string] {
  const text = file === undefined ? undefined : project.read(file, report)?.text;
  if (file === undefined || text === undefined) return [undefined, project.folder];
  // Settings of editors may have comments.
  const plain = /settings\.json$/.test(file) ? text.replace(/^\s*\/\/.*$/gm, '') : text;
  return [parse(plain), path.dirname(file)];
}

function parse(text: string): unknown {
  try {
    const document = parseDocument(text, { schema: 'core', logLevel: 'error' });
    return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 20 });
  } catch {
    return undefined;
  }
}

function at(data: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    return isObject ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  }, data);
}

function texts(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return list.filter((item) => typeof item === 'string' && !/^https?:/.test(item)) as string[];
}
