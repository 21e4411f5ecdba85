import { decodeHTML } from 'entities';
import type { FontFace } from '../font-face.ts';

/** A page's text divided between the font of its formulas and all others. */
export interface DividedText {
  /** The HTML without its formulas, but with the words in them. */
  readonly text: string;
  /** The letters that the formulas show; empty where there are none. */
  readonly formulas: string;
}

/** Whether a face is for formulas, whose letters are others than what is written. */
export function isForMaths({ elements }: FontFace): boolean {
  return elements?.includes('math') ?? false;
}

/** Takes the formulas out of a deck's HTML, and gathers what they show. */
export function divideText(html: string): DividedText {
  const letters = new Set<string>();
  const text = html.replace(/<math[ >][\s\S]*?<\/math>/g, (formula) => {
    const words = formula.match(/<mtext[ >][^<]*<\/mtext>/g) ?? [];
    for (const letter of lettersOf(formula)) letters.add(letter);
    return words.join('');
  });
  return { text, formulas: [...letters].sort().join('') };
}

/** The letters of a formula as browsers draw them: the single letter of an `mi` slanted, a root by its sign. */
function lettersOf(formula: string): readonly string[] {
  const texts = formula.matchAll(/<(m\w+)([^>]*)>([^<]+)/g);
  const letters = [...texts].flatMap(([, name, attributes = '', written = '']) => {
    if (name === 'mtext') return [];
    const shown = [...decodeHTML(written)].filter((letter) => !/[\s\u2061-\u2064]/.test(letter));
    const isSlanted = name === 'mi' && shown.length === 1 && !attributes.includes('mathvariant');
    return isSlanted ? shown.map(slant) : shown;
  });
  return /<m(?:sqrt|root)[ >]/.test(formula) ? [...letters, '√'] : letters;
}

/** Rows of letters and where Unicode has their slanted forms, for mathematics: MathML Core, appendix C. */
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

function slant(letter: string): string {
  // Planck's constant was there before the other slanted letters.
  if (letter === 'h') return 'ℎ';
  const row = slanted.find(([first, last]) => letter >= first && letter <= last);
  if (!row || letter.length > 1) return letter;
  const [first, , to] = row;
  return String.fromCodePoint(to + letter.charCodeAt(0) - first.charCodeAt(0));
}
