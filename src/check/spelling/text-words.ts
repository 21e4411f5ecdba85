/** The character in place of code and other things that have no spelling. */
export const placeholder = '\uFFFC';

/** Letters, digits, marks, and what words contain besides. */
const pieces = /[\p{L}\p{M}\p{N}_\uFFFC'’ʼ\-‐‑]+/gu;

/** Addresses, file names, abbreviations with a period inside, names with `@`, tags with `#`, options, emoji. */
const names =
  /:\/\/|@|\\|=|^www\.|\p{L}\.\p{L}|^[~.]{0,2}\/|\/.*\/|^[^\p{L}\p{N}]*(?:#\p{L}|--?\p{L}[\w-]*$|:[\w+-]+:)/u;

/** The words of a text that are to be checked. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll('\u00AD', '')
    .split(/\s+/)
    .filter((chunk) => !names.test(chunk))
    .flatMap((chunk) => chunk.match(pieces) ?? [])
    .map((piece) => piece.replace(/^['’ʼ]+|['’ʼ]+$/g, ''))
    .filter((word) => /\p{L}{2}/u.test(word));
}

/** Whether a word is a name or a unit: with digits, all in capitals, with capitals inside, or short without vowels. */
export function isName(word: string): boolean {
  return (
    /[\p{N}_\uFFFC]/u.test(word) ||
    /^\p{Lu}[\p{Lu}\p{M}]+s?$/u.test(word) ||
    /\p{Ll}\p{M}*\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(word) ||
    /^[bcdfghjklmnpqrstvwxz]{2,3}$/.test(word)
  );
}
