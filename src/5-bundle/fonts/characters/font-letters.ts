import type { RenderedDeck, SlideContent } from '../../../model/rendered.ts';
import type { Styles } from '../../styles/styles.ts';
import type { FontFace } from '../font-face.ts';
import { codeElements, lettersOfDeck } from './letters.ts';
import { isForMaths } from './maths-letters.ts';
import { lettersInRange } from './unicode-range.ts';

/** Stand in every face: what the browser may write of its own, in lists, numbers and charts. */
const always = '0123456789.,-−–%+ $€£…\u00A0\u202F';

/** The letters of most texts in English; the signs of theirs, and of lists. */
const prose = new Set(
  `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz${always}!?:;'"()/&‘’“”—•·×÷\u2002`,
);
/** And whatever else is printed on a keyboard. */
const ascii = new Set([
  ...prose,
  ...String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i)),
]);
/** From small to large. The package has the fonts of Lectern's themes cut down to each: see scripts/fill-cache.ts. */
const commonSets = [prose, ascii].map((set) => ({ set, letters: sorted(set) }));

export interface LetterFinder {
  /** The letters of the deck's text. */
  readonly text: string;
  /** Those that a face has to show: in the whole deck, or in the elements that it is for. */
  readonly lettersFor: (face: FontFace) => string;
}

export function letterFinder(
  styles: Styles,
  slides: readonly SlideContent[],
  { head, features }: RenderedDeck,
): LetterFinder {
  const wanted = styles.faces.flatMap(({ elements = [] }) => elements);
  const { all, prose, within, formulas } = lettersOfDeck(slides, wanted);
  const hasChart = [...features].some((feature) => feature.startsWith('chart-'));
  const numbers = hasChart ? numberLetters(head.lang) : '';
  const isCased = /text-transform|small-caps|font-variant-caps/.test(styles.css);
  const prepare = (letters: string): string => {
    const cased = isCased ? letters + letters.toUpperCase() + letters.toLowerCase() : letters;
    return sorted(cased.replace(/[\n\t\r]/g, ''));
  };
  const isShown = codeFinder(styles.faces);
  const inText = prose + [...all].filter((letter) => !isShown(letter)).join('');
  const everywhere = prepare(inText + always + styles.letters + numbers);
  const lettersFor = (face: FontFace): string => {
    if (isForMaths(face)) return formulas;
    const { elements, range } = face;
    const own = elements?.map((name) => within.get(name) ?? '').join('');
    // What the rules write, they may write in any face that the deck has a use for.
    const letters = own === undefined ? everywhere : own && prepare(own + styles.letters);
    return range === undefined ? letters : lettersInRange(letters, range);
  };
  return { text: all + formulas, lettersFor };
}

/** Tells whether a letter in code has a face that is for code. */
function codeFinder(faces: readonly FontFace[]): (letter: string) => boolean {
  const own = faces.filter(
    ({ elements, isBehind }) => !isBehind && elements?.every((name) => codeElements.has(name)),
  );
  return (letter) =>
    own.some(({ range }) => range === undefined || lettersInRange(letter, range) !== '');
}

/**
 * The letters that a face is cut down to. One that shows none but common letters gets them all: then
 * most decks have the same fonts, which need not be made for each, nor again for one more letter.
 */
export function roundUp(letters: string, range: string | undefined): string {
  const common = commonSets.find(({ set }) => [...letters].every((letter) => set.has(letter)));
  if (!common) return letters;
  return range === undefined ? common.letters : lettersInRange(common.letters, range);
}

function sorted(letters: Iterable<string>): string {
  return [...new Set(letters)].sort().join('');
}

/** The signs by which a language writes numbers, as in `1’234.5`. */
function numberLetters(lang: string): string {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(-9_876_543_210.1);
}
