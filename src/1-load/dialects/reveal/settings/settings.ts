import type { Report } from '../../../../base/diagnostics/report.ts';
import { spanAt } from '../../../../base/span.ts';
import { withoutCode } from '../../../../base/text/without-code.ts';
import { parseYaml, type YamlEntry } from '../../../../base/yaml/yaml.ts';
import type { Span, TextFile } from '../../../../model/source.ts';
import { frontMatterReport } from '../../shared/front-matter-report.ts';
import type { Settings } from '../../shared/settings-files.ts';
import type { TranslationContext } from '../../translation.ts';
import { type Separators, separatorPattern } from '../split.ts';
import {
  type PageSettings,
  pageSettings,
  revealMdSettings,
  revealSettings,
  vscodeSettings,
} from './config-files.ts';

/** What decides how a deck is read. */
export interface DeckSettings {
  /** The program that shows the deck: `page` is a page of its own, with the plugin of reveal.js. */
  readonly program: 'reveal-md' | 'vscode' | 'page';
  readonly separators: Separators;
  /** Where notes begin. */
  readonly notes: RegExp;
  /** Front matter and files, the one that decides first. */
  readonly sources: readonly Settings[];
  readonly page: PageSettings | undefined;
  /** The keys of the front matter, for messages. */
  readonly entries: readonly YamlEntry[];
  /** The front matter in the author's text; both are 0 if there is none. */
  readonly matterEnd: number;
}

const defaults = {
  'reveal-md': { horizontal: '\\r?\\n---\\r?\\n', vertical: '\\r?\\n----\\r?\\n' },
  page: { horizontal: '\\r?\\n---\\r?\\n', vertical: undefined },
  vscode: { horizontal: '^---[ \\t]*$', vertical: '^--[ \\t]*$' },
} as const;

/** Reads the front matter, and the files and pages in which decks of reveal.js have settings. */
export function readSettings(author: TextFile, context: TranslationContext): DeckSettings {
  const { report } = context;
  const { entries, end } = readMatter(author, report);
  const matter: Settings = new Map(entries.map(({ key, value }) => [key, value]));
  const fromFile = revealMdSettings(context);
  const fromVscode = vscodeSettings(context);
  const options = [matter, fromFile].map((settings) => nested(settings.get('revealOptions')));
  const sources = [matter, ...options, fromFile, revealSettings(context), fromVscode];
  const page = pageSettings(author, textOf(sources, 'template'), context);
  const isVscode =
    fromVscode.size > 0 || (fromFile.size === 0 && hasShortBreaks(author.text.slice(end)));
  const program = page ? 'page' : isVscode ? 'vscode' : 'reveal-md';
  const pattern = (key: 'separator' | 'verticalSeparator' | 'notesSeparator') =>
    readPattern(textOf(sources, key) ?? page?.[key], key, entries, author, report);
  const notes = pattern('notesSeparator');
  const { horizontal, vertical } = defaults[program];
  return {
    ...{ program, sources, page, entries, matterEnd: end },
    separators: {
      horizontal: pattern('separator') ?? horizontal,
      vertical: pattern('verticalSeparator') ?? vertical,
    },
    notes: new RegExp(notes ?? (program === 'vscode' ? 'notes?:' : '^notes?:'), 'gmi'),
  };
}

/** The first value of a setting. */
export function settingOf(sources: readonly Settings[], key: string): unknown {
  return sources.find((settings) => settings.has(key))?.get(key);
}

/** The same, if it is a text. */
export function textOf(sources: readonly Settings[], key: string): string | undefined {
  const value = settingOf(sources, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The place of a setting: that of its key, if it is in the front matter. */
export function placeOf(key: string, { entries }: DeckSettings, author: TextFile): Span {
  const all = [...entries, ...entries.flatMap(({ items }) => items)];
  return all.find((entry) => entry.key === key)?.keySpan ?? spanAt(author, 0, 1);
}

function nested(value: unknown): Settings {
  return value instanceof Map ? value : new Map();
}

function readMatter(
  author: TextFile,
  report: Report,
): { readonly entries: readonly YamlEntry[]; readonly end: number } {
  const [whole, yaml = ''] =
    /^---[ \t]*\n([\s\S]*?\n)---(?=[ \t]*(?:\n|$))/.exec(author.text) ?? [];
  if (whole === undefined) return { entries: [], end: 0 };
  const start = whole.indexOf('\n') + 1;
  const locate = (offset: number, length: number) => spanAt(author, start + offset, length);
  return { entries: parseYaml(yaml, locate, frontMatterReport(report)) ?? [], end: whole.length };
}

/** Whether two dashes divide a deck, as in the extension for VS Code. */
function hasShortBreaks(text: string): boolean {
  return /^--[ \t]*$/m.test(withoutCode(text)) && !/^----[ \t]*$/m.test(text);
}

function readPattern(
  written: string | undefined,
  key: string,
  entries: readonly YamlEntry[],
  author: TextFile,
  report: Report,
): string | undefined {
  const pattern = written === undefined ? undefined : separatorPattern(written);
  if (written !== undefined && pattern === undefined) {
    const span = entries.find((entry) => entry.key === key)?.span ?? spanAt(author, 0, 1);
    const message = `"${key}" is not used: it is not a regular expression`;
    report.add('dialect-settings', span, message, 'the usual separator is used instead');
  }
  return pattern;
}
