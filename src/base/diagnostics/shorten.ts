/** The characters of a quoted value that a message shows. */
const valueWidth = 60;
/** The characters of a word without spaces, such as an address, that a message shows. */
const wordWidth = 120;

/**
 * Shortens the values that a message quotes, and words without spaces: an image in a `data:` address may have a
 * million characters. The beginning and the end are kept, as the end of a path names the file.
 */
export function shortenValues(message: string): string {
  if (message.length <= valueWidth) return message;
  return message
    .replace(/"([^"]+)"/g, (_, value: string) => `"${shorten(value, valueWidth)}"`)
    .replace(/\S+/g, (word) => shorten(word, wordWidth));
}

/** Shortens a text to a number of characters (code points). */
export function shorten(text: string, width: number): string {
  if (text.length <= width) return text;
  const characters = [...text];
  if (characters.length <= width) return text;
  const end = Math.floor(width / 3);
  return `${characters.slice(0, width - end - 1).join('')}…${characters.slice(-end).join('')}`;
}
