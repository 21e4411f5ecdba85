import type { Span } from '../../model/source.ts';

/** What is in a line and no text: code, targets of links, addresses, tags, classes and ids. */
const noText =
  /(`+)(?:(?!\1).)+\1|\]\([^\s)]*|https?:\/\/\S+|<\/?[a-z!][^>]*>|(?<=[{ ])[.#][\w-]+/gi;

/** Formatting that may be between the letters of a word. */
const between = '[*_~=^\\u00AD\\[\\]\\\\]*';

/**
 * Finds a word in the source.
 *
 * @param from where to start; the word may be earlier in its line
 * @param end the line, from 1, at which the search ends
 * @returns `from` if the word is not written there, as in a data file
 */
export function findWord(word: string, from: Span, end: number, lines: readonly string[]): Span {
  const escaped = [...word].map((c) =>
    /['’ʼ]/.test(c) ? "['’ʼ]" : c.replace(/[^\p{L}\p{M}]/u, '\\$&'),
  );
  const patterns = [escaped.join(''), escaped.join(between)].map(
    (pattern) => new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${pattern}(?![\\p{L}\\p{M}\\p{N}])`, 'u'),
  );
  const masks = [(line: string) => line.replace(noText, (found) => ' '.repeat(found.length)), same];
  for (const pattern of patterns) {
    for (const mask of masks) {
      for (let line = from.line; line < end; line++) {
        const text = mask(lines[line - 1] ?? '');
        const start = line === from.line ? from.column - 1 : 0;
        const found = pattern.exec(' '.repeat(start) + text.slice(start)) ?? pattern.exec(text);
        if (!found) continue;
        return { file: from.file, line, column: found.index + 1, length: found[0].length };
      }
    }
  }
  return from;
}

function same(line: string): string {
  return line;
}
