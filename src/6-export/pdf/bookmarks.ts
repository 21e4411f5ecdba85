import { pdfText } from './text.ts';

export interface Bookmark {
  readonly title: string;
  /** Where it leads, as PDF text. */
  readonly destination: string;
  /** 0 is the top; one below another is at most a level deeper. */
  readonly level: number;
}

/**
 * Writes bookmarks, nested by their levels; all of them open.
 *
 * @param first the number of the object that holds them; theirs follow
 * @returns the texts of these objects, in the order of their numbers
 */
export function writeBookmarks(bookmarks: readonly Bookmark[], first: number): readonly string[] {
  const parents = bookmarks.map(({ level }, index) =>
    bookmarks.findLastIndex((other, i) => i < index && other.level < level),
  );
  // The root stands at -1.
  const below = new Map<number, number[]>();
  for (const [index, parent] of parents.entries()) {
    const siblings = below.get(parent) ?? [];
    siblings.push(index);
    below.set(parent, siblings);
  }
  const link = (key: string, index: number | undefined): string =>
    index === undefined ? '' : `/${key} ${first + 1 + index} 0 R`;
  const children = (index: number): readonly string[] => {
    const own = below.get(index);
    if (!own) return [];
    return [link('First', own[0]), link('Last', own.at(-1)), `/Count ${countBelow(below, index)}`];
  };
  const texts = bookmarks.map(({ title, destination }, index) => {
    const siblings = below.get(parents[index] ?? -1) ?? [];
    const place = siblings.indexOf(index);
    const keys = [
      `/Title ${pdfText(title)} /Dest ${destination}`,
      link('Parent', parents[index]),
      link('Prev', siblings[place - 1]),
      link('Next', siblings[place + 1]),
      ...children(index),
    ];
    return `<<${keys.filter(Boolean).join(' ')}>>`;
  });
  return [`<</Type /Outlines ${children(-1).join(' ')}>>`, ...texts];
}

function countBelow(below: ReadonlyMap<number, readonly number[]>, index: number): number {
  const own = below.get(index) ?? [];
  return own.reduce((sum, child) => sum + 1 + countBelow(below, child), 0);
}
