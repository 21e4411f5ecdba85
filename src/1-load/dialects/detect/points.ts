import { isDeckKey, isSlideKey } from '../../../base/yaml/keys.ts';
import type { DeckText } from './deck-text.ts';
import { marks } from './marks.ts';
import type { Evidence } from './tool.ts';

/** The tool for which the marks of a text speak, if they do so for one. */
export function evidenceByPoints(text: DeckText): Evidence | undefined {
  const present = marks.filter(({ isIn }) => isIn(text));
  const own = new Set(present.filter(({ isShared }) => !isShared).map(({ tool }) => tool));
  const found = present.filter(({ tool }) => own.has(tool));
  const sums = new Map<Evidence['tool'], number>();
  for (const { tool, points } of found) sums.set(tool, (sums.get(tool) ?? 0) + points);
  const keys = [...text.keys].filter((key) => isDeckKey(key) && !isSlideKey(key));
  if (keys.some((key) => !sharedKeys.has(key))) sums.set('lectern', (sums.get('lectern') ?? 0) + 1);
  const [first, second] = [...sums].toSorted(([, a], [, b]) => b - a);
  if (!first || first[1] < 2 || first[1] === second?.[1]) return undefined;
  const [tool] = first;
  const names = found.filter((mark) => mark.tool === tool).map(({ name }) => name);
  return { tool, reason: `it has ${names.slice(0, 3).join(', ')}` };
}

/** Keys of Lectern's front matter that other tools have, too. */
const sharedKeys: ReadonlySet<string> = new Set([
  ...['title', 'subtitle', 'author', 'date', 'lang', 'description', 'keywords', 'theme', 'header'],
  ...['footer', 'logo', 'size', 'fonts', 'image', 'incremental', 'transition', 'dir'],
]);
