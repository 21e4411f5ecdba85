/** The words and numbers of a text, without Markdown markup. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Enough to identify a line. */
const maxWords = 12;

/**
 * Finds the source line of an element in the page: the line with the longest sequence of the
 * element's first words.
 *
 * @param lines of the whole file
 * @param from the slide's first line, from 0
 * @param to the line after its last one
 * @returns from 0; the slide's first line if none matches
 */
export function findLine(
  lines: readonly string[],
  [from, to]: readonly [number, number],
  text: string,
): number {
  const wanted = wordsOf(text).slice(0, maxWords);
  let [best, bestScore] = [from, 0];
  for (const [i, line] of lines.slice(from, to).entries()) {
    const score = similarity(wordsOf(line), wanted);
    if (score > bestScore) [best, bestScore] = [from + i, score];
  }
  return best;
}

/** The length of the longest prefix of `wanted` in `words`, plus a fraction for single words. */
function similarity(words: readonly string[], wanted: readonly string[]): number {
  let longest = 0;
  for (const start of words.keys()) {
    let length = 0;
    while (length < wanted.length && words[start + length] === wanted[length]) length++;
    longest = Math.max(longest, length);
  }
  const common = wanted.filter((word) => words.includes(word)).length;
  return longest + common / (wanted.length + 1);
}
