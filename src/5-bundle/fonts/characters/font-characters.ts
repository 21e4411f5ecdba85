import type { RenderedDeck } from '../../../model/rendered.ts';
import type { Memo } from '../../../model/source.ts';
import type { Styles } from '../../styles/styles.ts';
import { type FontFace, isMathFace } from '../font-face.ts';
import { charactersOfSlides, codeElements, type DrawnImages } from './characters.ts';
import { charactersInRange } from './unicode-range.ts';

/** Characters in every face: browsers generate them in lists, numbers and charts. */
const always = '0123456789.,-−–%+ $€£…\u00A0\u202F';

/** The characters of most texts in English. */
const prose = new Set(
  `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz${always}!?:;'"()/&‘’“”—•·×÷\u2002`,
);
/** All characters of an English keyboard. */
const ascii = new Set([
  ...prose,
  ...String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i)),
]);
/** From small to large. Lectern's package contains the theme fonts reduced to each; see scripts/fill-cache.ts. */
const commonSets = [prose, ascii].map((set) => ({ set, characters: sorted(set) }));

export interface DeckCharacters {
  /** The characters of the deck's text. */
  readonly text: string;
  /** The characters that a face must have: of the whole deck, or of the elements that it is for. */
  readonly charactersFor: (face: FontFace) => string;
}

/** Finds the characters of a deck and of its images. */
export function findCharacters(
  styles: Styles,
  rendered: RenderedDeck,
  images: DrawnImages,
  memo?: Memo,
): DeckCharacters {
  const { charts } = rendered;
  const wanted = styles.faces.flatMap(({ elements = [] }) => elements);
  const slides = rendered.stacks.flat();
  const { all, prose, within, math } = charactersOfSlides(slides, images, wanted, memo);
  const languages = new Set(charts.map(({ lang }) => lang));
  const numbers = [...languages].map(numberCharacters).join('');
  const isCased = /text-transform|small-caps|font-variant-caps/.test(styles.css);
  const prepare = (characters: string): string => {
    const cased = isCased
      ? characters + characters.toUpperCase() + characters.toLowerCase()
      : characters;
    return sorted(cased.replace(/[\n\t\r]/g, ''));
  };
  const isShown = codeFinder(styles.faces);
  const inText = prose + [...all].filter((character) => !isShown(character)).join('');
  const everywhere = prepare(inText + always + styles.characters + numbers);
  const charactersFor = (face: FontFace): string => {
    if (isMathFace(face)) return math;
    const { elements, range } = face;
    const own = elements?.map((name) => within.get(name) ?? '').join('');
    // The styles may generate their characters in any face that the deck uses.
    const characters = own === undefined ? everywhere : own && prepare(own + styles.characters);
    return range === undefined ? characters : charactersInRange(characters, range);
  };
  return { text: all + math, charactersFor };
}

/** Returns whether a character in code has a face that is for code. */
function codeFinder(faces: readonly FontFace[]): (character: string) => boolean {
  const own = faces.filter(
    ({ elements, isFallback }) => !isFallback && elements?.every((name) => codeElements.has(name)),
  );
  return (character) =>
    own.some(({ range }) => range === undefined || charactersInRange(character, range) !== '');
}

/**
 * The characters of a face's subset. A face that needs only common characters gets all of them, so that most
 * decks share cached fonts, also after an edit adds a character.
 */
export function roundUp(characters: string, range: string | undefined): string {
  const common = commonSets.find(({ set }) => [...characters].every((each) => set.has(each)));
  if (!common) return characters;
  return range === undefined ? common.characters : charactersInRange(common.characters, range);
}

function sorted(characters: Iterable<string>): string {
  return [...new Set(characters)].sort().join('');
}

/** The characters by which a language writes numbers, as in `1’234.5`. */
function numberCharacters(lang: string): string {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(-9_876_543_210.1);
}
