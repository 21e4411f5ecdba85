import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Code } from '../base/diagnostics/diagnostic.ts';
import type { Report } from '../base/diagnostics/report.ts';
import { statsOf } from '../base/files/file-stats.ts';
import { isInside, isRefused } from '../base/files/locate-file.ts';
import { plainText } from '../base/files/plain-text.ts';
import type { PlannedDeck } from '../base/pipeline.ts';
import { spanAt } from '../base/span.ts';
import { formatPath } from '../base/units.ts';
import { checkLevels } from '../base/yaml/check-levels.ts';
import { type Reader, readKeys, texts } from '../base/yaml/schema.ts';
import { parseYaml } from '../base/yaml/yaml.ts';
import type { CheckLevels } from '../model/check.ts';
import type { BuildOptions } from '../model/source.ts';

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
  const read = (name: string): ConfigFile | undefined =>
    readConfig(nearest(name, folders), options, report);
  const words = read(wordsName)?.text ?? '';
  return {
    ...readSettings(read(configName), report),
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

function readSettings(source: ConfigFile | undefined, report: Report): Omit<CheckConfig, 'words'> {
  if (!source) return { levels: new Map(), ignoredLinks: [] };
  const locate = (offset: number, length: number) => spanAt(source, offset, length);
  const entries = parseYaml(source.text, locate, report) ?? [];
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

interface ConfigFile {
  /** As messages show it. */
  readonly path: string;
  readonly realPath: string;
  readonly text: string;
}

/** Reads a file, which others may have made; reports one that is not read. */
function readConfig(
  file: string | undefined,
  { cwd, root }: Pick<BuildOptions, 'cwd' | 'root'>,
  report: Report,
): ConfigFile | undefined {
  const stats = file === undefined ? undefined : statsOf(file);
  if (file === undefined || !stats) return undefined;
  const name = formatPath(file, cwd);
  const realPath = realpathSync(file);
  const refuse = (code: Code, reason: string, hint: string): undefined => {
    report.add(code, undefined, `${name} ${reason}, and is not read`, hint);
  };
  // Messages about its content, and words that are right, must not show what is in another file.
  const isLink = realPath !== realPathIn(file);
  if (isLink && !isInside(realPath, root)) {
    return refuse('file-outside', 'is a link out of the project', 'replace it by the file itself');
  }
  if (isLink && isRefused(realPath, { path: name, span: undefined }, root, report)) {
    return undefined;
  }
  if (!isInside(realPath, root) && !isOfUser(stats.uid)) {
    const hint = 'remove it, or copy it into the project folder';
    return refuse('file-outside', 'is of another user', hint);
  }
  if (!stats.isFile()) return refuse('file-kind', 'is not an ordinary file', 'remove it');
  if (stats.size > maxBytes) return refuse('file-large', 'has more than 1 MB', 'shorten it');
  return { path: name, realPath, text: plainText(readFileSync(file, 'utf8')) };
}

/** The real path of a file if it is no link itself. */
function realPathIn(file: string): string {
  return path.join(realpathSync(path.dirname(file)), path.basename(file));
}

/** Folders above a project may be those of everybody, such as `/tmp`. */
function isOfUser(uid: number): boolean {
  const own = process.getuid?.();
  return own === undefined || uid === own || uid === 0;
}
