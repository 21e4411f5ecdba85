/**
 * The comment at the start of a text, as Marp reads it: `<!--+\s*([\s\S]*?)\s*--+>`, but in linear time: for lines
 * of spaces and dashes, the time of that regular expression grows with the square of their length.
 */
export function findComment(
  text: string,
): { readonly raw: string; readonly text: string } | undefined {
  const [opening] = /^<!--+/.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const closing = text.indexOf('-->', opening.length);
  // The dashes may be those of both ends: `<!---->`.
  const end = closing >= 0 ? closing : text.indexOf('-->', '<!--'.length);
  if (end < 0) return undefined;
  let last = end;
  while (text[last - 1] === '-') last--;
  const content = last > opening.length ? text.slice(opening.length, last).trim() : '';
  return { raw: text.slice(0, end + '-->'.length), text: content };
}
