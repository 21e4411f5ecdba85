/** Words and numbers, without what marks them in Markdown. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** As many as tell one line from another. */
const enough = 12;

/**
 * The line of a slide's source that says what an element in the page says: the one that has most of
 * its first words, in their order.
 *
 * @param lines of the whole file
 * @param from the slide's first line, from 0
 * @param to the line behind its last one
 * @returns from 0; the slide's first line where none says it
 */
export function findLine(
  lines: readonly string[],
  [from, to]: readonly [number, number],
  text: string,
): number {
  const wanted = wordsOf(text).slice(0, enough);
  let [best, bestScore] = [from, 0];
  for (const [i, line] of lines.slice(from, to).entries()) {
    const score = similarity(wordsOf(line), wanted);
    if (score > bestScore) [best, bestScore] = [from + i, score];
  }
  return best;
}

/** The length of the longest beginning of `wanted` that stands in `words`; a word by itself counts little. */
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
