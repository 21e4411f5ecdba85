/**
 * The characters that browsers render for the text of a MathML element: none for spaces and invisible
 * operators, and an italic one for a single character in `mi`.
 *
 * @param element such as `mi`
 * @param hasVariant whether the element sets its own variant
 */
export function mathGlyphs(text: string, element: string, hasVariant: boolean): readonly string[] {
  const shown = [...text].filter((character) => !/[\s\u2061-\u2064]/.test(character));
  const isSlanted = element === 'mi' && shown.length === 1 && !hasVariant;
  return isSlanted ? shown.map(slant) : shown;
}

/** Ranges of characters and their italic forms in Unicode: MathML Core, appendix C. */
const slanted: readonly (readonly [first: string, last: string, to: number])[] = [
  ['A', 'Z', 0x1d434],
  ['a', 'z', 0x1d44e],
  ['ı', 'ı', 0x1d6a4],
  ['ȷ', 'ȷ', 0x1d6a5],
  ['Α', 'Ω', 0x1d6e2],
  ['∇', '∇', 0x1d6fb],
  ['α', 'ω', 0x1d6fc],
  ['∂', '∂', 0x1d715],
  ['ϵ', 'ϵ', 0x1d716],
  ['ϑ', 'ϑ', 0x1d717],
  ['ϰ', 'ϰ', 0x1d718],
  ['ϕ', 'ϕ', 0x1d719],
  ['ϱ', 'ϱ', 0x1d71a],
  ['ϖ', 'ϖ', 0x1d71b],
];

function slant(character: string): string {
  // The italic h is Planck's constant, which Unicode had before the other italics.
  if (character === 'h') return 'ℎ';
  const row = slanted.find(([first, last]) => character >= first && character <= last);
  if (!row || character.length > 1) return character;
  const [first, , to] = row;
  return String.fromCodePoint(to + character.charCodeAt(0) - first.charCodeAt(0));
}
