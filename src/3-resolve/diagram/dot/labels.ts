import { decodeHTML } from 'entities';
import type { Operation } from '../../../base/graphviz/output.ts';
import type { DotLabel, DotText, DotTextStyle } from '../../../model/diagram/dot.ts';
import {
  hasTag,
  htmlPieces,
  isHtmlLabel,
  type Piece,
  plainPieces,
  recordPieces,
} from './pieces.ts';
import { emptyLine } from './prepare.ts';

/** In the order of the bits of `fontchar`. */
const styles: readonly DotTextStyle[] = [
  'bold',
  'italic',
  'underline',
  'super',
  'sub',
  'strike',
  'overline',
];

/** The texts that operations draw. */
export function drawnTexts(operations: readonly Operation[] = []): readonly DotText[] {
  const texts: DotText[] = [];
  let [size, bits, face] = [14, 0, ''];
  for (const each of operations) {
    if (each.op === 'F') [size, face] = [each.size, each.face];
    else if (each.op === 't') bits = each.fontchar;
    else if (each.op === 'T') {
      // In this format, backslashes are escaped twice.
      const text = each.text.replaceAll('\\\\', '\\');
      texts.push({ text, size, styles: stylesOf(bits, face) });
    }
  }
  return texts;
}

function stylesOf(bits: number, face: string): readonly DotTextStyle[] {
  const named = (/bold/i.test(face) ? 1 : 0) | (/italic|oblique/i.test(face) ? 2 : 0);
  return styles.filter((_, i) => (bits | named) & (1 << i));
}

/**
 * Divides a label into its texts and its markup.
 *
 * @param drawn the texts that Graphviz drew of it
 */
export function readLabel(label: string, isRecord: boolean, drawn: readonly DotText[]): DotLabel {
  const plain = matchPieces(isRecord ? recordPieces(label) : plainPieces(label), drawn);
  const texts = drawn.map(({ text }) => text);
  const isHtml = hasTag(label)
    ? isHtmlLabel(label, isRecord, texts, plain !== undefined)
    : plain === undefined && normal(decodeHTML(label)) === normal(texts.join(''));
  if (!isHtml) return { isHtml, pieces: plain ?? [label] };
  const pieces = htmlPieces(label);
  return { isHtml, pieces: matchPieces(pieces, drawn) ?? matchTexts(pieces, drawn) };
}

/**
 * Puts the drawn texts in place of those that were written; whether a text of spaces only is drawn depends on
 * where it is.
 *
 * @returns nothing if there is not one for each
 */
function matchPieces(
  pieces: readonly Piece[],
  drawn: readonly DotText[],
): DotLabel['pieces'] | undefined {
  let next = 0;
  const matched = pieces.map(({ raw, isText }) => {
    const text = drawn[next];
    if (!isText || !text || isBlank(raw) !== isBlank(text.text)) return raw;
    next++;
    return text;
  });
  const isComplete = pieces.every(
    ({ raw, isText }, i) => !isText || isBlank(raw) || typeof matched[i] !== 'string',
  );
  return isComplete && next === drawn.length ? matched : undefined;
}

function isBlank(text: string): boolean {
  return text.replaceAll(emptyLine, ' ').trim() === '';
}

/** Finds the pieces of an HTML label that were drawn, by their texts. */
function matchTexts(pieces: readonly Piece[], drawn: readonly DotText[]): DotLabel['pieces'] {
  let next = 0;
  return pieces.map(({ raw }) => {
    const text = drawn[next];
    if (!text || normal(decodeHTML(raw)) !== normal(text.text)) return raw;
    next++;
    return text;
  });
}

function normal(text: string): string {
  return text.replace(/[\n\t\r]+/g, '');
}
