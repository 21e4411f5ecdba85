import type { RevealApi } from 'reveal.js';
import type { BrowserFeature } from '../feature.ts';
import { focusSlide } from '../navigation/announce.ts';
import { parsed } from '../parsed.ts';
import { inWords, words } from '../words.ts';
import { ReadingPage } from './reading-page.ts';

let page: ReadingPage | undefined;

/** The reading view: the talk as one page to scroll through, as without scripts. */
export const reading: BrowserFeature = {
  present(deck) {
    const open = skipLink(words().readAsPage, () => toggleWhenParsed(deck));
    document.body.prepend(open);
    // On screens too small for slides, the page starts in the reading view.
    deck.on('ready', () => {
      if (!document.documentElement.classList.contains('live')) toggle(deck);
    });
    // Other code that changes the slide must find the presentation intact.
    deck.on('beforeslidechange', () => {
      if (!page) return;
      page.restore();
      queueMicrotask(() => page?.open(deck.getCurrentSlide()));
    });
  },
  shortcuts: (deck) => [
    { keys: ['r'], name: 'readAsPage', group: 'reading', press: () => toggleWhenParsed(deck) },
  ],
};

function toggleWhenParsed(deck: RevealApi): void {
  void parsed.then(() => toggle(deck));
}

function toggle(deck: RevealApi): void {
  if (!page) {
    if (deck.isOverview()) deck.toggleOverview(false);
    page = new ReadingPage(deck, () => toggle(deck));
    page.open(deck.getCurrentSlide());
    return;
  }
  const slide = page.inView();
  page.close();
  page = undefined;
  deck.layout();
  const current = deck.getCurrentSlide();
  // What had the focus is hidden now, or gone.
  if (current) focusSlide(current);
  if (!slide || slide === current) return;
  const { h, v } = deck.getIndices(slide);
  deck.slide(h, v);
}

/** A button that is visible while focused: the first one in the tab order. */
function skipLink(text: string, go: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', go);
  const box = document.createElement('nav');
  box.className = 'skip';
  inWords(box);
  box.ariaLabel = text;
  box.append(button);
  return box;
}
