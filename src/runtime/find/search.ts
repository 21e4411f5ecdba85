import type { RevealApi } from 'reveal.js';
import { make } from '../element.ts';
import type { Part } from '../feature.ts';
import { type Found, openFinder } from './finder.ts';
import { fold } from './fold.ts';
import { clearMarks, hasMarks, markHits } from './highlights.ts';
import { rangeOf, readSlide, type SlideText } from './slide-text.ts';

/** How many letters around a hit are listed with it. */
const lettersBefore = 32;
const lettersAfter = 80;

let lastQuery = '';

/**
 * `Ctrl+F` looks through the text of all slides, and shows what it finds at the step that brings it; a
 * second time it is the browser's own, which sees what is on the screen.
 */
export const search: Part = {
  present(deck) {
    deck.on('slidechanged', clearMarks);
  },
  shortcuts: (deck) => [
    { keys: ['Control+f', '/'], name: 'Find a text', group: 'Find', press: () => open(deck) },
    {
      keys: ['Escape'],
      name: 'Marks of what was found',
      group: 'Find',
      press: () => hasMarks() && clearMarks(),
      isUntold: true,
    },
  ],
  lacks: () =>
    'highlights' in CSS ? undefined : 'What is found is not marked in the text by this browser.',
};

function open(deck: RevealApi): void {
  const slides = deck.getSlides().map(readSlide);
  openFinder({
    title: 'Find a text',
    hint: 'A text on the slides',
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
  const places: number[] = [];
  const { folded } = slide;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    places.push(at);
  }
  const { length } = wanted;
  return places.map(
    (start): Found => ({
      number,
      describe: () => showHit(slide.text, start, start + length),
      go: () => show(slide, places, start, length, deck),
    }),
  );
}

/** A hit and the words around it. */
function showHit(text: string, start: number, end: number): readonly (Node | string)[] {
  const before = text.slice(Math.max(0, start - lettersBefore), start);
  const after = text.slice(end, end + lettersAfter);
  const isCut = start > lettersBefore;
  return [
    isCut ? `…${before.replace(/^\S*\s/, '')}` : before,
    make('mark', '', text.slice(start, end)),
    after,
  ];
}

function show(
  slide: SlideText,
  places: readonly number[],
  start: number,
  length: number,
  deck: RevealApi,
): void {
  const { h, v } = deck.getIndices(slide.slide);
  deck.slide(h, v);
  const hit = rangeOf(slide, start, start + length);
  const step = hiddenStep(hit.startContainer, slide.slide);
  if (step !== undefined) deck.slide(h, v, step);
  const others = places.filter((place) => place !== start);
  markHits(
    hit,
    others.map((place) => rangeOf(slide, place, place + length)),
  );
}

/** The step that brings a text, where it has not come yet. */
function hiddenStep(text: Node, slide: Element): number | undefined {
  const steps: number[] = [];
  for (let at = text.parentElement; at && at !== slide; at = at.parentElement) {
    const hides = at.matches('.fragment:not(.visible)');
    if (hides) steps.push(Number(at.dataset.fragmentIndex));
  }
  return steps.length > 0 ? Math.max(...steps) : undefined;
}
