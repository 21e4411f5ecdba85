import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../base/diagnostics/report.ts';
import { plainText } from '../base/files/plain-text.ts';
import { spanAt } from '../base/span.ts';
import { formatPath } from '../base/units.ts';
import { checkLevels } from '../base/yaml/check-levels.ts';
import { type Reader, readKeys, texts } from '../base/yaml/schema.ts';
import { parseYaml } from '../base/yaml/yaml.ts';
import type { CheckLevels } from '../model/check.ts';

/** The file with the settings of all decks of a project. */
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

/** Reads the settings of a project; errors in them are reported. */
export function readCheckConfig(root: string, cwd: string, report: Report): CheckConfig {
  const words = readIfThere(path.join(root, wordsName)) ?? '';
  return {
    ...readSettings(path.join(root, configName), cwd, report),
    words: words
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim())
      .filter((word) => word !== ''),
  };
}

function readSettings(file: string, cwd: string, report: Report): Omit<CheckConfig, 'words'> {
  const text = readIfThere(file) ?? '';
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
function readIfThere(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const stats = statSync(file);
  if (!stats.isFile() || stats.size > maxBytes) return undefined;
  return plainText(readFileSync(file, 'utf8'));
}
