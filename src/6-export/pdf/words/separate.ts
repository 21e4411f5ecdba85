import { comparable, type DeckText } from './deck-text.ts';
import { type GlyphTexts, readTextRuns, type TextRun } from './text-runs.ts';

/**
 * Writes the spaces that the browser leaves out at the end of a line, so that words are apart for programs
 * that read texts without their places. Whether a line ends within a word is known from the deck.
 *
 * @param content a content stream
 * @param textsOf the texts of a font by its name
 */
export function separateWords(
  content: string,
  deck: DeckText,
  textsOf: (font: string) => GlyphTexts,
): string {
  if (!content.includes('BT\n')) return content;
  const pieces = piecesOf(readTextRuns(content, textsOf));
  const page = pieces.map(({ text }) => text).join('');
  let [separated, written, position, isFound] = ['', 0, 0, false];
  for (const [index, { text, runs }] of pieces.entries()) {
    position += text.length;
    const [last, next] = [runs.at(-1), pieces[index + 1]];
    if (!last || !next || hasSpace(last, next)) continue;
    const isNextToLabel = last.isLabel || next.runs[0]?.isLabel === true;
    const before = [page.slice(Math.max(0, position - around), position), text.slice(-around)];
    const after = [page.slice(position, position + around), next.text.slice(0, around)];
    const isApart = isNextToLabel || findGap(deck, before, after, isFound);
    isFound ||= !isNextToLabel && isApart !== undefined;
    if (!isApart) continue;
    separated += content.slice(written, last.end) + spaceIn(last, textsOf);
    written = last.end;
  }
  return separated + content.slice(written);
}

/**
 * Whether there is white space between two texts in the deck.
 *
 * @param befores what is before it on the page, and in its own line only, as lines may be in another order
 * @param afters the same after it
 * @param isNear whether another text of the page has been found
 * @returns `undefined` if it is not known
 */
function findGap(
  deck: DeckText,
  befores: readonly string[],
  afters: readonly string[],
  isNear: boolean,
): boolean | undefined {
  for (const before of befores) {
    for (const after of afters) {
      if (before.length + after.length < least) continue;
      const isApart =
        deck.isApart(before, after, false) ??
        (isNear ? undefined : deck.isApart(before, after, true));
      if (isApart !== undefined) return isApart;
    }
  }
  return undefined;
}

/** How many characters before and after a place tell where it is in the deck, and how many at least. */
const around = 16;
const least = 5;

/** A text that is shown in the order in which it is read: a run, or a whole line if it is read from the right. */
interface Piece {
  /** As it is found in the deck. */
  readonly text: string;
  readonly runs: readonly TextRun[];
}

function piecesOf(runs: readonly TextRun[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < runs.length; ) {
    let end = at + 1;
    while (runs[end]?.line === runs[at]?.line) end++;
    const line = runs.slice(at, end);
    if (line.some(({ text }) => rightToLeft.test(text))) pieces.push(pieceOf(line));
    else for (const run of line) pieces.push(pieceOf([run]));
    at = end;
  }
  return pieces;
}

function pieceOf(runs: readonly TextRun[]): Piece {
  const text = runs
    .map((run) => (run.isLabel ? '' : run.text))
    .reverse()
    .join('');
  return { text: comparable(text).replace(/\s+/g, ''), runs };
}

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

function hasSpace({ last }: TextRun, { runs: [next] }: Piece): boolean {
  return /\s$/.test(last) || /^\s/.test(next?.first ?? '');
}

/** Shows a space in the font of a text; in one that has none, it is no glyph but a text only. */
function spaceIn({ font }: TextRun, textsOf: (font: string) => GlyphTexts): string {
  for (const [code, text] of textsOf(font)) if (text === '0020') return `<${code}> Tj\n`;
  return '/Span <</ActualText <FEFF0020>>> BDC\nEMC\n';
}
