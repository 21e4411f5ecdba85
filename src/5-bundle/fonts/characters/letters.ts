import { decodeHTML } from 'entities';
import type { SlideContent } from '../../../model/rendered.ts';
import { divideText } from './maths-letters.ts';

/** The letters that a page shows, and those that it shows in some of its elements. */
export interface Letters {
  readonly all: string;
  /** Those that stand outside of code. */
  readonly prose: string;
  /** By what was asked for; absent where the page has none of it. */
  readonly within: ReadonlyMap<string, string>;
}

const pieces = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>|[^<]+|</g;
const voidElements = new Set(
  'area br col embed hr img input link meta source track wbr'.split(' '),
);

/** What browsers set in a face of fixed width. */
export const codeElements: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp']);

/** The letters of some pieces of a deck, those of its formulas apart. */
interface PieceLetters extends Letters {
  readonly formulas: string;
}

/** What was found in pieces before, for the same elements. */
interface Found {
  readonly asked: string;
  readonly slides: readonly SlideContent[];
  readonly letters: PieceLetters;
}

const knownSlides = new WeakMap<SlideContent, Found>();
/** By the first piece of each. */
const knownRuns = new WeakMap<SlideContent, Found>();

/** So many pieces are asked about as one, as long as they stay as they were. */
const runLength = 32;

/**
 * Collects the letters of a deck's text, and what its formulas show.
 *
 * @param wanted as in {@link collectLetters}
 */
export function lettersOfDeck(
  slides: readonly SlideContent[],
  wanted: readonly string[],
): PieceLetters {
  const asked = wanted.join();
  const ofSlide = (slide: SlideContent): PieceLetters =>
    findOnce(knownSlides, [slide], asked, () => {
      const { text, formulas } = divideText(
        slide.html.replace(/\0(?:number|total)\0/g, '0123456789'),
      );
      return { ...collectLetters(text, wanted), formulas };
    });
  const found: PieceLetters[] = [];
  for (let i = 0; i < slides.length; i += runLength) {
    const run = slides.slice(i, i + runLength);
    found.push(findOnce(knownRuns, run, asked, () => mergeAll(run.map(ofSlide))));
  }
  return mergeAll(found);
}

function findOnce(
  known: WeakMap<SlideContent, Found>,
  slides: readonly SlideContent[],
  asked: string,
  find: () => PieceLetters,
): PieceLetters {
  const [first] = slides;
  const before = first && known.get(first);
  const isSame =
    before?.asked === asked &&
    before.slides.length === slides.length &&
    before.slides.every((slide, i) => slide === slides[i]);
  if (isSame) return before.letters;
  const letters = find();
  if (first) known.set(first, { asked, slides, letters });
  return letters;
}

function mergeAll(found: readonly PieceLetters[]): PieceLetters {
  const names = new Set(found.flatMap(({ within }) => [...within.keys()]));
  return {
    all: merge(found.map(({ all }) => all)),
    prose: merge(found.map(({ prose }) => prose)),
    formulas: merge(found.map(({ formulas }) => formulas)),
    within: new Map(
      [...names].map((name) => [name, merge(found.map(({ within }) => within.get(name) ?? ''))]),
    ),
  };
}

/** The letters of all texts. A table of those that are known is faster than a set: slides have most letters in common. */
function merge(texts: readonly string[]): string {
  const isKnown = new Uint8Array(0x10000);
  const letters = new Set<string>();
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (isKnown[unit]) continue;
      const letter = String.fromCodePoint(text.codePointAt(i) ?? unit);
      letters.add(letter);
      if (letter.length === 1) isKnown[unit] = 1;
      else i++;
    }
  }
  return join(letters);
}

interface OpenElement {
  readonly element: string;
  readonly names: readonly string[];
  readonly isCode: boolean;
  /** Where its letters are collected, too. */
  readonly sets: readonly Set<string>[];
}

const outermost: OpenElement = { element: '', names: [], isCode: false, sets: [] };

/**
 * Collects the letters of the text in a deck's HTML.
 *
 * @param wanted elements whose letters are asked for apart: a name, or `.` and a class; with others
 *   before it in which it must stand, as in `h1 em`
 */
export function collectLetters(html: string, wanted: Iterable<string>): Letters {
  const all = new Set<string>();
  const prose = new Set<string>();
  const within = new Map<string, Set<string>>();
  const asked = [...new Set(wanted)].map((written) => ({ written, path: written.split(/\s+/) }));
  const open: OpenElement[] = [];
  for (const [text, slash, name, attributes = ''] of html.matchAll(pieces)) {
    if (name === undefined) {
      if (text.startsWith('<!--')) continue;
      const { sets: own, isCode } = open.at(-1) ?? outermost;
      const sets = isCode ? [all, ...own] : [all, prose, ...own];
      for (const letter of new Set(decodeHTML(text))) for (const set of sets) set.add(letter);
      continue;
    }
    const element = name.toLowerCase();
    if (slash) {
      const index = open.findLastIndex((tag) => tag.element === element);
      if (index >= 0) open.length = index;
      continue;
    }
    if (voidElements.has(element)) continue;
    const names = namesOf(element, attributes);
    const lineage = [...open.map((outer) => outer.names), names];
    const own = asked.flatMap(({ written, path }) => (leadsTo(path, lineage) ? [written] : []));
    for (const each of own) if (!within.has(each)) within.set(each, new Set());
    const sets = own.flatMap((each) => within.get(each) ?? []);
    const around = open.at(-1) ?? outermost;
    const isCode = around.isCode || codeElements.has(element);
    open.push({ element, names, isCode, sets: [...new Set([...around.sets, ...sets])] });
  }
  return {
    all: join(all),
    prose: join(prose),
    within: new Map([...within].map(([each, letters]) => [each, join(letters)])),
  };
}

/** Whether an element has the last name of a path, and those around it the others, in their order. */
function leadsTo(path: readonly string[], lineage: readonly (readonly string[])[]): boolean {
  if (!lineage.at(-1)?.includes(path.at(-1) ?? '')) return false;
  let found = 0;
  for (const names of lineage) if (names.includes(path[found] ?? '')) found++;
  return found === path.length;
}

function namesOf(element: string, attributes: string): readonly string[] {
  const [, classes = ''] = /(?:^|\s)class="([^"]*)"/.exec(attributes) ?? [];
  return [
    element,
    ...classes
      .split(/\s+/)
      .filter(Boolean)
      .map((name) => `.${name}`),
  ];
}

function join(letters: ReadonlySet<string>): string {
  return [...letters].sort().join('');
}
