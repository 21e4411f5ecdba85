import type { EncodingGuess } from '../../base/files/guess-encoding.ts';
import { plainText } from '../../base/files/plain-text.ts';

/** The first word of a text with a character beyond ASCII, by which a reader can check an encoding. */
export function wordIn(
  text: string,
): { readonly text: string; readonly offset: number } | undefined {
  const found = /[^\s,;"]*[^\x00-\x7f][^\s,;"]*/.exec(plainText(text));
  return found ? { text: found[0].slice(0, 30), offset: found.index } : undefined;
}

/**
 * What is said of a file whose encoding is not known.
 *
 * @param named the encoding that the author names, which is wrong
 * @param guesses the encodings that it may be in, the likeliest first
 */
export function unknownEncoding(
  path: string,
  named: string | undefined,
  guesses: readonly EncodingGuess[],
): { readonly message: string; readonly hint: string } {
  const readings = guesses.map(({ label, text }) => `${label} ("${wordIn(text)?.text ?? ''}")`);
  const may = readings.length > 0 ? `; it may be ${listOr(readings)}` : '';
  const message = named
    ? `${path} is not text in the encoding ${named}${may}`
    : `${path} is not UTF-8, and its encoding is unclear${may}`;
  const [first] = guesses;
  const key = first ? `add "encoding: ${first.label}"` : 'name its encoding with "encoding:"';
  const condition = guesses.length > 1 ? ', or the encoding that reads it right' : '';
  return { message, hint: `save it as UTF-8, or ${key}${condition}` };
}

function listOr(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}
