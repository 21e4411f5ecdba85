import type { RevealApi } from 'reveal.js';
import type { Part } from '../feature.ts';
import { ReadingPage } from './reading-page.ts';

let page: ReadingPage | undefined;

/** The talk as one page to scroll through, as it also is without scripts. */
export const reading: Part = {
  present(deck) {
    const open = skipLink('Read as one page', () => toggle(deck));
    document.body.prepend(open);
    // Where a slide would be too small to read, the page begins as one to scroll through.
    deck.on('ready', () => {
      if (!document.documentElement.classList.contains('live')) toggle(deck);
    });
    // Whatever else may lead the deck on finds it as it left it.
    deck.on('beforeslidechange', () => {
      if (!page) return;
      page.restore();
      queueMicrotask(() => page?.lay(deck.getCurrentSlide()));
    });
  },
  shortcuts: (deck) => [
    { keys: ['r'], name: 'Read as one page', group: 'Read', press: () => toggle(deck) },
  ],
};

function toggle(deck: RevealApi): void {
  if (!page) {
    if (deck.isOverview()) deck.toggleOverview(false);
    page = new ReadingPage(deck, () => toggle(deck));
    page.lay(deck.getCurrentSlide());
    return;
  }
  const slide = page.inView();
  page.close();
  page = undefined;
  deck.layout();
  if (!slide || slide === deck.getCurrentSlide()) return;
  const { h, v } = deck.getIndices(slide);
  deck.slide(h, v);
}

/** A button that is seen while it has the focus: the first one that the keyboard comes to. */
export function skipLink(text: string, go: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', go);
  const box = document.createElement('nav');
  box.className = 'skip';
  box.lang = 'en';
  box.dir = 'ltr';
  box.ariaLabel = text;
  box.append(button);
  return box;
}
