import path from 'node:path';
import { spanAt } from '../../../../base/span.ts';
import type { TextFile } from '../../../../model/source.ts';
import { readSettings, settingAt, settingsFiles } from '../../shared/settings-files.ts';
import type { TranslationContext } from '../../translation.ts';
import type { DirectiveValue } from './loose-yaml.ts';

/** What the files of a project say about its decks. */
export interface MarpConfig {
  /** Whether a line end is a line break. */
  readonly breaks: boolean;
  /** Paths of style sheets with themes, or of folders with them. */
  readonly themes: readonly string[];
  /** Directives that come after those of the deck. */
  readonly directives: ReadonlyMap<string, string>;
  /** What divides decks that do not say so themselves. */
  readonly headingDivider: DirectiveValue | undefined;
}

/** Options of the command line that are directives of a deck. */
const directiveKeys = ['theme', 'title', 'description', 'author', 'keywords', 'url', 'lang'];

/** Reads what the configuration of Marp CLI and of Marp for VS Code says. What is a program is not run. */
export function readConfig(author: TextFile, context: TranslationContext): MarpConfig {
  const { project, report } = context;
  const program = project.find(...settingsFiles.marpPrograms);
  if (program !== undefined) {
    const name = path.basename(program);
    const message = `${name} is a program, which is not run: what it sets has no effect`;
    const hint = 'write its settings as data into .marprc.yml, such as themeSet';
    report.add('dialect-settings', spanAt(author, 0, 1), message, hint);
  }
  const { settings: rc, folder } = readSettings(settingsFiles.marp, context);
  const { settings: code, folder: root } = readSettings(settingsFiles.vscode, context);
  const isOff = [
    settingAt(rc, 'options', 'markdown', 'breaks'),
    settingAt(rc, 'markdown', 'breaks'),
    settingAt(code, 'markdown.marp.breaks'),
  ].some((value) => value === false || value === 'off');
  const directives = new Map<string, string>();
  for (const key of directiveKeys) {
    const value = settingAt(rc, key);
    if (typeof value === 'string') directives.set(key, value);
    else if (Array.isArray(value)) directives.set(key, texts(value).join(', '));
  }
  return {
    breaks: !isOff,
    directives,
    headingDivider: levelsOf(settingAt(rc, 'options', 'headingDivider')),
    themes: [
      ...texts(settingAt(rc, 'themeSet')).map((name) => path.join(folder, name)),
      ...texts(settingAt(code, 'markdown.marp.themes')).map((name) => path.join(root, '..', name)),
    ],
  };
}

function levelsOf(value: unknown): DirectiveValue | undefined {
  if (Array.isArray(value)) return (value as readonly unknown[]).map(String);
  return typeof value === 'number' ? String(value) : undefined;
}

function texts(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return list.filter((item) => typeof item === 'string' && !/^https?:/.test(item)) as string[];
}
