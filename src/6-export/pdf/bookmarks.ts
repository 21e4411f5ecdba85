import { pdfText } from './text.ts';

export interface Bookmark {
  readonly title: string;
  /** The destination, in PDF syntax. */
  readonly destination: string;
  /** 0 is the top level; a bookmark is at most one level deeper than the one before. */
  readonly level: number;
}

/**
 * Writes the outline: bookmarks nested by level, all expanded.
 *
 * @param first object number of the outline; those of the bookmarks follow
 * @returns the objects in PDF syntax, in the order of their numbers
 */
export function writeBookmarks(bookmarks: readonly Bookmark[], first: number): readonly string[] {
  const parents = bookmarks.map(({ level }, index) =>
    bookmarks.findLastIndex((other, i) => i < index && other.level < level),
  );
  // The root has index -1.
  const childrenByParent = new Map<number, number[]>();
  for (const [index, parent] of parents.entries()) {
    const siblings = childrenByParent.get(parent) ?? [];
    siblings.push(index);
    childrenByParent.set(parent, siblings);
  }
  const link = (key: string, index: number | undefined): string =>
    index === undefined ? '' : `/${key} ${first + 1 + index} 0 R`;
  const children = (index: number): readonly string[] => {
    const own = childrenByParent.get(index);
    if (!own) return [];
    return [
      link('First', own[0]),
      link('Last', own.at(-1)),
      `/Count ${countDescendants(childrenByParent, index)}`,
    ];
  };
  const texts = bookmarks.map(({ title, destination }, index) => {
    const siblings = childrenByParent.get(parents[index] ?? -1) ?? [];
    const position = siblings.indexOf(index);
    const keys = [
      `/Title ${pdfText(title)} /Dest ${destination}`,
      link('Parent', parents[index]),
      link('Prev', siblings[position - 1]),
      link('Next', siblings[position + 1]),
      ...children(index),
    ];
    return `<<${keys.filter(Boolean).join(' ')}>>`;
  });
  return [`<</Type /Outlines ${children(-1).join(' ')}>>`, ...texts];
}

function countDescendants(
  childrenByParent: ReadonlyMap<number, readonly number[]>,
  index: number,
): number {
  const own = childrenByParent.get(index) ?? [];
  return own.reduce((sum, child) => sum + 1 + countDescendants(childrenByParent, child), 0);
}
