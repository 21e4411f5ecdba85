import { escapePattern } from '../../base/text/escape-pattern.ts';

/** Characters that no text has: https://www.unicode.org/faq/private_use.html#noncharacters */
const [open, close] = ['\u{FDD0}', '\u{FDD1}'];

/** Marks in a text that is written where what follows comes from. {@link takeMarks} removes it. */
export function originMark(offset: number): string {
  return `${open}${offset}${close}`;
}

/** Where the text after a mark begins, and where it comes from. */
export interface MarkedOrigin {
  readonly offset: number;
  readonly source: number;
}

/** Removes the marks of a text. `shift` maps an offset in the text with marks to one in that without. */
export function takeMarks(marked: string): {
  readonly text: string;
  readonly origins: readonly MarkedOrigin[];
  readonly shift: (offset: number) => number;
} {
  const origins: MarkedOrigin[] = [];
  const ends: { readonly at: number; readonly removed: number }[] = [];
  let removed = 0;
  const text = marked.replace(
    new RegExp(`${open}(\\d+)${close}`, 'g'),
    (mark, source: string, at: number) => {
      origins.push({ offset: at - removed, source: Number(source) });
      removed += mark.length;
      ends.push({ at: at + mark.length, removed });
      return '';
    },
  );
  const shift = (offset: number): number =>
    offset - (ends.findLast(({ at }) => at <= offset)?.removed ?? 0);
  return { text, origins, shift };
}

/** Where a setting's value is written in a part of the author's text, as a mark; empty if it is not there. */
export type MarkOrigin = (value: string) => string;

/**
 * @param start of the part in which values are looked for first, as those of keys and attributes; what is not in it may
 *   be said for several slides, elsewhere
 */
export function markerFor(text: string, start: number, end: number): MarkOrigin {
  const part = text.slice(start, end);
  return (value) => {
    const names = [value, value.split('/').at(-1) ?? ''].filter((name) => name.length > 1);
    // The name first, as looking back from each of many spaces takes long.
    const patterns = names.map(
      (name) => new RegExp(`(?=${escapePattern(name.slice(0, 200))})(?<=[:=("'/]\\s*)`),
    );
    for (const pattern of patterns) {
      const at = part.search(pattern);
      if (at >= 0) return originMark(start + at);
    }
    const [whole] = value.length > 3 ? patterns : [];
    const at = whole === undefined ? -1 : text.search(whole);
    return at < 0 ? '' : originMark(at);
  };
}
