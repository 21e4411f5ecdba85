import path from 'node:path';
import { configNames, findConfigFiles } from '../../1-load/config/find-config.ts';
import { certainEvidence } from '../../1-load/dialects/detect/certain.ts';
import { takeApart } from '../../1-load/dialects/detect/deck-text.ts';
import { plainText } from '../../base/files/plain-text.ts';
import { isDeckKey } from '../../base/yaml/keys.ts';

/** Keys that any Markdown file may have. */
const commonKeys: readonly string[] = [
  'title',
  'subtitle',
  'author',
  'date',
  'lang',
  'description',
  'keywords',
  'image',
];

/**
 * Whether a Markdown file is a deck: it is in `slides/` or in a folder with settings of Lectern, or its text has what
 * only decks have.
 */
export function isDeck(file: string, text: string, root: string): boolean {
  if (path.basename(path.dirname(file)) === 'slides') return true;
  if (findConfigFiles(configNames, { deck: file, root }).length > 0) return true;
  const parts = takeApart(file, plainText(text));
  if (certainEvidence(parts)) return true;
  const keys = [...parts.keys];
  if (keys.some((key) => isDeckKey(key) && !commonKeys.includes(key))) return true;
  return keys.length > 0 && keys.every(isDeckKey) && /^---?[ \t]*$/m.test(parts.body);
}
