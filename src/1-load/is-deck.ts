import path from 'node:path';
import { plainText } from '../base/files/plain-text.ts';
import { isDeckKey } from '../base/yaml/keys.ts';
import { configNames, findConfigFiles } from './config/find-config.ts';
import { certainEvidence } from './dialects/detect/certain.ts';
import { takeApart } from './dialects/detect/deck-text.ts';
import { evidenceByPoints } from './dialects/detect/points.ts';

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
 * Whether a Markdown file that nobody has named as a deck is one: it is in `slides/`, has the name that other tools
 * give to decks, or is in a folder with settings of Lectern, or its text has what only decks have.
 *
 * @param root the project folder
 */
export function isDeck(file: string, text: string, root: string): boolean {
  if (path.basename(path.dirname(file)) === 'slides') return true;
  if (/^(?:slides|presentation)\.\w+$/i.test(path.basename(file))) return true;
  if (findConfigFiles(configNames, { deck: file, root }).length > 0) return true;
  const parts = takeApart(file, plainText(text));
  if (certainEvidence(parts) ?? evidenceByPoints(parts)) return true;
  const keys = [...parts.keys];
  if (keys.some((key) => isDeckKey(key) && !commonKeys.includes(key))) return true;
  return keys.length > 0 && keys.every(isDeckKey) && /^---?[ \t]*$/m.test(parts.body);
}
