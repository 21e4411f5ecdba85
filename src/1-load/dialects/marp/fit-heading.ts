/** Whether a comment says that its heading is as wide as the slide. */
export function isFit(comment: string): boolean {
  return /^<!--+\s*fit\s*--+>$/.test(comment);
}

/** In rem: the width of the text of a slide, and the largest type. */
const [room, largest] = [68, 20];

/** The attributes of a heading whose longest line is as wide as the slide, as far as that can be told from its text. */
export function fitAttributes(content: string): string {
  const plain = content.replace(/<!--[\s\S]*?-->|<(?!br)[^>]*>|[*_`~]/g, '');
  const widths = plain.split(/\n|<br\s*\/?>/).map((line) => widthOf(line.trim()));
  const size = Math.min(largest, room / Math.max(1, ...widths));
  return ` {style="font-size: ${Math.round(size * 10) / 10}rem"}`;
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
