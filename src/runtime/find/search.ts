import type { RevealApi } from 'reveal.js';
import { createElement } from '../element.ts';
import type { BrowserFeature } from '../feature.ts';
import { words } from '../words.ts';
import { type FinderResult, openFinder } from './finder.ts';
import { fold } from './fold.ts';
import { clearHighlights, hasHighlights, highlightMatches } from './highlights.ts';
import { rangeOf, readSlide, type SlideText } from './slide-text.ts';

/** The number of characters listed around a match. */
const charactersBefore = 32;
const charactersAfter = 80;

let lastQuery = '';

/**
 * `Ctrl+F` searches the text of all slides and shows a match at the step that reveals it. Pressed again,
 * it opens the browser's own search.
 */
export const search: BrowserFeature = {
  present(deck) {
    deck.on('slidechanged', clearHighlights);
  },
  shortcuts: (deck) => [
    { keys: ['Control+f', '/'], name: 'findText', group: 'find', press: () => open(deck) },
    {
      keys: ['Escape'],
      group: 'find',
      press: () => hasHighlights() && clearHighlights(),
      isHidden: true,
    },
  ],
  limitation: () => ('highlights' in CSS ? undefined : words().noHighlights),
};

function open(deck: RevealApi): void {
  const slides = deck.getSlides().map(readSlide);
  openFinder({
    title: words().findText,
    hint: words().textOnSlides,
    query: lastQuery,
    find: (query) => {
      lastQuery = query;
      const wanted = fold(query.trim());
      return wanted ? slides.flatMap((slide, i) => findOn(slide, i + 1, wanted, deck)) : [];
    },
    keys: (close) => [
      {
        keys: ['Control+f'],
        press: () => {
          close();
          return false;
        },
      },
    ],
  });
}

function findOn(slide: SlideText, number: number, wanted: string, deck: RevealApi) {
  const offsets: number[] = [];
  const { folded } = slide;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    offsets.push(at);
  }
  const { length } = wanted;
  return offsets.map(
    (start): FinderResult => ({
      number,
      describe: () => excerpt(slide.text, start, start + length),
      go: () => show(slide, offsets, start, length, deck),
    }),
  );
}

/** A match and the text around it. */
function excerpt(text: string, start: number, end: number): readonly (Node | string)[] {
  const before = text.slice(Math.max(0, start - charactersBefore), start);
  const after = text.slice(end, end + charactersAfter);
  const isCut = start > charactersBefore;
  return [
    isCut ? `…${before.replace(/^\S*\s/, '')}` : before,
    createElement('mark', '', text.slice(start, end)),
    after,
  ];
}

function show(
  slide: SlideText,
  offsets: readonly number[],
  start: number,
  length: number,
  deck: RevealApi,
): void {
  const { h, v } = deck.getIndices(slide.slide);
  deck.slide(h, v);
  const hit = rangeOf(slide, start, start + length);
  const step = hiddenStep(hit.startContainer, slide.slide);
  if (step !== undefined) deck.slide(h, v, step);
  const others = offsets.filter((offset) => offset !== start);
  highlightMatches(
    hit,
    others.map((offset) => rangeOf(slide, offset, offset + length)),
  );
}

/** The step that reveals a text; `undefined` if it is visible already. */
function hiddenStep(text: Node, slide: Element): number | undefined {
  const steps: number[] = [];
  for (let at = text.parentElement; at && at !== slide; at = at.parentElement) {
    const hides = at.matches('.fragment:not(.visible)');
    if (hides) steps.push(Number(at.dataset.fragmentIndex));
  }
  return steps.length > 0 ? Math.max(...steps) : undefined;
}
