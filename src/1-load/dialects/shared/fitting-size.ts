/** The largest type of text that fits, in rem. */
const largest = 20;

/**
 * The size of type in which the longest line of a text is as wide as the slide, in rem, as far as that can be told from
 * the text.
 *
 * @param content Markdown or HTML of a line
 * @param room the width of the text of a slide, in rem
 */
export function fittingSize(content: string, room: number): number {
  const plain = content.replace(/<!--[\s\S]*?-->|<(?!br)[^>]*>|[*_`~]/g, '');
  return Math.round(Math.min(largest, room / Math.max(1, lineWidth(plain))) * 10) / 10;
}

/** The width of the longest line of a text in em. */
function lineWidth(text: string): number {
  const lines = text.split(/\n|<br\s*\/?>/);
  return Math.max(...lines.map((line) => widthOf(line.trim())));
}

/** The width of bold text in em, rather too wide. */
function widthOf(line: string): number {
  return [...line].reduce((sum, character) => sum + advance(character), 0);
}

function advance(character: string): number {
  if (/[\u1100-\u11ff\u2e80-\uffef]|\p{Emoji_Presentation}/u.test(character)) return 1;
  if (/[MWmw@%]/.test(character)) return 0.95;
  if (/[\p{Lu}\d]/u.test(character)) return 0.72;
  return /[iljtfr.,:;'!|\s]/.test(character) ? 0.38 : 0.62;
}
