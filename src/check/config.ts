import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../base/diagnostics/report.ts';
import { plainText } from '../base/files/plain-text.ts';
import { spanAt } from '../base/span.ts';
import { formatPath } from '../base/units.ts';
import { checkLevels } from '../base/yaml/check-levels.ts';
import { readKeys } from '../base/yaml/schema.ts';
import { parseYaml } from '../base/yaml/yaml.ts';
import type { CheckLevels } from '../model/check.ts';

/** The file with the settings of all decks of a project. */
export const configName = 'lectern.config.yaml';

/** The file with words that spelling knows: one on each line. */
const wordsName = 'lectern.words';

const maxBytes = 1024 * 1024;

export interface CheckConfig {
  readonly levels: CheckLevels;
  readonly words: readonly string[];
}

/** Reads the settings of a project; errors in them are reported. */
export function readCheckConfig(root: string, cwd: string, report: Report): CheckConfig {
  const words = readIfThere(path.join(root, wordsName)) ?? '';
  return {
    levels: readLevels(path.join(root, configName), cwd, report),
    words: words
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim())
      .filter((word) => word !== ''),
  };
}

function readLevels(file: string, cwd: string, report: Report): CheckLevels {
  const text = readIfThere(file);
  if (text === undefined) return new Map();
  const source = { path: formatPath(file, cwd), realPath: file, text };
  const locate = (offset: number, length: number) => spanAt(source, offset, length);
  const entries = parseYaml(text, locate, report) ?? [];
  return readKeys(entries, { check: checkLevels(report) }, report).check ?? new Map();
}

/** The text of a file; `undefined` if there is none, or it is no ordinary one. */
function readIfThere(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const stats = statSync(file);
  if (!stats.isFile() || stats.size > maxBytes) return undefined;
  return plainText(readFileSync(file, 'utf8'));
}
