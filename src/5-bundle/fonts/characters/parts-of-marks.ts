/**
 * The characters as which browsers draw vowel signs of several parts, which are before, after and above a letter:
 * in Bengali, Tamil, Thai, Khmer and others. Without them, the letter is drawn apart from the sign, or not at all.
 */
export function partsOfMarks(characters: string): string {
  const marks = characters.match(marksOfParts) ?? [];
  return marks.map((mark) => (khmer.test(mark) ? '\u17c1' : mark.normalize('NFKD'))).join('');
}

/** All marks, and the vowels "am" of Thai and Lao, which are letters. */
const marksOfParts = /\p{M}|[\u0e33\u0eb3]/gu;

/** Their first part is another sign, and the second has no character of its own. */
const khmer = /[\u17be-\u17c0\u17c4\u17c5]/;
