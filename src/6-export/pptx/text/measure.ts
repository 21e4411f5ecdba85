import { type Paragraph, textOf } from './paragraph.ts';

/** The width of characters in em, in a sans-serif font of average width; the fonts that show a file are not known. */
const widths: readonly (readonly [characters: RegExp, width: number])[] = [
  [/[ilj.,:;'’|!ıI]/, 0.27],
  [/[\sfrt()[\]{}"“”\-/\\]/, 0.34],
  [/[mwMW@%—…]/, 0.86],
  [/[A-Z&+=<>~]/, 0.66],
  [/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/, 1],
  [/\p{Emoji_Presentation}/u, 1.25],
];
const usual = 0.545;
const known = new Map<string, number>();

/** The width of a text in em. */
export function widthOfText(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

function widthOfCharacter(character: string): number {
  let width = known.get(character);
  if (width === undefined) {
    width = widths.find(([characters]) => characters.test(character))?.[1] ?? usual;
    known.set(character, width);
  }
  return width;
}

/** The number of lines of a text, broken between words. @param room the width of a line in em */
export function countLines(text: string, room: number): number {
  return text.split('\n').reduce((sum, line) => sum + linesOf(line, Math.max(room, 1)), 0);
}

/** The parts of a text between which lines may end, each with the space after it. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/(?<=[\s\u2e80-\ua4cf\uac00-\ud7a3])/);
}

function linesOf(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of wordsOf(line)) {
    const width = widthOfText(word.trimEnd());
    if (used > 0 && used + width > room) {
      lines++;
      used = 0;
    }
    // A word that is longer than a line is broken.
    const more = Math.max(0, Math.ceil(width / room) - 1);
    lines += more;
    used += widthOfText(word) - more * room;
  }
  return lines;
}

/** How a text body is set. */
export interface TextMetrics {
  /** The type size of a paragraph, in slide pixels. */
  readonly sizeOf: (paragraph: Paragraph) => number;
  /** The height of a line, as a share of the type size. */
  readonly leading: number;
}

/** The indent of each level of a list, in em of its text. */
export const indent = 1.15;

/** The space above a paragraph that does not say it, as a share of its type size. */
export function spaceAbove({ before, bullet, isContinued, level }: Paragraph): number {
  if (before !== undefined) return before;
  if (bullet) return level > 0 ? 0.3 : 0.6;
  return isContinued ? 0.35 : 0.8;
}

/** The height of paragraphs below each other, in slide pixels. */
export function heightOfText(
  paragraphs: readonly Paragraph[],
  width: number,
  { sizeOf, leading }: TextMetrics,
): number {
  return paragraphs.reduce((sum, paragraph, index) => {
    const size = sizeOf(paragraph);
    const room = (width - indentOf(paragraph, size)) / size;
    const lines = countLines(textOf(paragraph.runs), room);
    const above = index === 0 ? 0 : spaceAbove(paragraph) * size;
    const line = size > 40 ? Math.min(leading, 1.15) : leading;
    return sum + above + (lines * line + heightOfFormulas(paragraph, line)) * size;
  }, 0);
}

/** How much higher formulas are than the lines that they are in, in em. */
function heightOfFormulas({ runs }: Paragraph, line: number): number {
  const more = runs.map((run) => (run.kind === 'math' ? run.height - line : 0));
  return Math.max(0, ...more);
}

/** The indent of a paragraph, in slide pixels. @param size of its type */
export function indentOf({ level, bullet, isContinued }: Paragraph, size: number): number {
  return bullet || isContinued ? (level + 1) * indent * size : 0;
}
