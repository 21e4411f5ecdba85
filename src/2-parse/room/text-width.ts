/** Characters that are two columns wide. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/gu;
const tabSize = 2;

/** The width of a line in columns of a fixed-width font. */
export function widthOf(line: string): number {
  let width = 0;
  for (const part of line.split(/(\t)/)) {
    if (part === '\t') width += tabSize - (width % tabSize);
    else width += [...part].length + (part.match(wide)?.length ?? 0);
  }
  return width;
}
