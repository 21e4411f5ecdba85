import type { RevealApi } from 'reveal.js';
import type { BrowserFeature } from '../feature.ts';
import { titleOf } from '../slides/slide-tile.ts';
import { words } from '../words.ts';
import { type FinderResult, openFinder } from './finder.ts';
import { fold } from './fold.ts';

/** `G` goes to a slide by its number or by words of its title. */
export const jump: BrowserFeature = {
  shortcuts: (deck) => [{ keys: ['g'], name: 'goByTitle', group: 'find', press: () => open(deck) }],
};

function open(deck: RevealApi): void {
  const slides = deck.getSlides();
  const current = slides.indexOf(deck.getCurrentSlide() as HTMLElement) + 1;
  const titles = slides.map((slide, i) => {
    const { h, v } = deck.getIndices(slide);
    const title = titleOf(slide);
    return { number: i + 1, title, folded: fold(title), go: () => deck.slide(h, v) };
  });
  openFinder({
    title: words().goToSlide,
    hint: words().numberOrTitle,
    query: '',
    find: (query): readonly FinderResult[] => {
      const words = fold(query).split(' ').filter(Boolean);
      const fits = titles.filter(({ number, folded }) =>
        words.every((word) => String(number).startsWith(word) || folded.includes(word)),
      );
      const isNumber = ({ number }: { readonly number: number }) => String(number) === query.trim();
      const all = [...fits.filter(isNumber), ...fits.filter((slide) => !isNumber(slide))];
      return all.map(({ title, ...slide }) => ({ ...slide, describe: () => [title] }));
    },
    begin: (found) => found.findIndex(({ number }) => number === current),
  });
}
