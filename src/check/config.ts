import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../base/diagnostics/report.ts';
import { plainText } from '../base/files/plain-text.ts';
import type { PlannedDeck } from '../base/pipeline.ts';
import { spanAt } from '../base/span.ts';
import { formatPath } from '../base/units.ts';
import { checkLevels } from '../base/yaml/check-levels.ts';
import { type Reader, readKeys, texts } from '../base/yaml/schema.ts';
import { parseYaml } from '../base/yaml/yaml.ts';
import type { CheckLevels } from '../model/check.ts';

/** The file with settings of decks. */
const configName = 'lectern.config.yaml';

/** The file with words that spelling knows: one on each line. */
const wordsName = 'lectern.words';

const maxBytes = 1024 * 1024;

export interface CheckConfig {
  readonly levels: CheckLevels;
  /** Patterns of addresses on the web that are not checked. */
  readonly ignoredLinks: readonly string[];
  readonly words: readonly string[];
}

/** Reads the settings that apply to a deck; errors in them are reported. */
export function readCheckConfig({ deck, options }: PlannedDeck, report: Report): CheckConfig {
  const folders = foldersAbove(deck, options.root);
  const words = readIfThere(nearest(wordsName, folders)) ?? '';
  return {
    ...readSettings(nearest(configName, folders), options.cwd, report),
    words: words
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim())
      .filter((word) => word !== ''),
  };
}

/**
 * The folder of a deck and those above it, up to the root of its repository: what is outside of it, others who check
 * the deck do not have. The project folder comes last, as the deck's folder may be a link into it.
 */
function foldersAbove(deck: string, root: string): readonly string[] {
  const folders: string[] = [];
  let folder = path.dirname(deck);
  for (;;) {
    folders.push(folder);
    const parent = path.dirname(folder);
    if (parent === folder || existsSync(path.join(folder, '.git'))) break;
    folder = parent;
  }
  return [...folders, root];
}

function nearest(name: string, folders: readonly string[]): string | undefined {
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

function readSettings(
  file: string | undefined,
  cwd: string,
  report: Report,
): Omit<CheckConfig, 'words'> {
  const text = readIfThere(file);
  if (file === undefined || text === undefined) return { levels: new Map(), ignoredLinks: [] };
  const source = { path: formatPath(file, cwd), realPath: file, text };
  const locate = (offset: number, length: number) => spanAt(source, offset, length);
  const entries = parseYaml(text, locate, report) ?? [];
  const readers = { check: checkLevels(report), links: links(report) };
  const { check = new Map(), links: ignoredLinks = [] } = readKeys(entries, readers, report);
  return { levels: check, ignoredLinks };
}

/** `{ ignore: ["https://example.org/*"] }` */
function links(report: Report): Reader<readonly string[]> {
  return {
    expected: 'the key "ignore" with a list of addresses, as in ignore: ["https://example.org/*"]',
    read: ({ value, items }) => {
      if (!(value instanceof Map)) return undefined;
      return readKeys(items, { ignore: texts }, report).ignore ?? [];
    },
  };
}

/** The text of a file; `undefined` if there is none, or it is no ordinary one. */
function readIfThere(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const stats = statSync(file);
  if (!stats.isFile() || stats.size > maxBytes) return undefined;
  return plainText(readFileSync(file, 'utf8'));
}
