import type { RevealApi } from 'reveal.js';
import { createElement } from '../element.ts';
import type { BrowserFeature } from '../feature.ts';
import { pressedKey } from '../navigation/keyboard.ts';
import { titleOf } from '../slides/slide-tile.ts';
import { fill, inWords, words } from '../words.ts';

/** Milliseconds to wait for the next digit or `Enter`. */
const typingTime = 4000;

let typed = '';
let timer = 0;
let badge: HTMLElement | undefined;

/** A number and `Enter` go to the slide with that number; a badge shows the typed number. */
export const numberInput: BrowserFeature = {
  present() {
    badge = inWords(createElement('div', 'badge'));
    badge.role = 'status';
    document.body.append(badge);
  },
  shortcuts: (deck) => [
    {
      keys: [...'0123456789'],
      name: 'goByNumber',
      group: 'find',
      press: (event) => {
        // Otherwise `Enter` would activate the focused button or link.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        type(typed + pressedKey(event), deck);
      },
    },
    {
      keys: ['Enter', 'Backspace', 'Escape'],
      group: 'find',
      press: ({ key }) => typed !== '' && finish(key, deck),
      isHidden: true,
    },
  ],
};

function finish(key: string, deck: RevealApi): void {
  const slide = deck.getSlides()[Number(typed) - 1];
  type(key === 'Backspace' ? typed.slice(0, -1) : '', deck);
  if (key !== 'Enter' || !slide) return;
  const { h, v } = deck.getIndices(slide);
  deck.slide(h, v);
}

function type(text: string, deck: RevealApi): void {
  clearTimeout(timer);
  typed = text.replace(/^0+/, '').slice(0, 5);
  if (typed !== '') timer = setTimeout(() => type('', deck), typingTime);
  show(deck);
}

function show(deck: RevealApi): void {
  const slides = deck.getSlides();
  const slide = slides[Number(typed) - 1];
  const title = createElement(
    'span',
    'badge-title',
    slide ? titleOf(slide) : fill(words().ofSlides, slides.length),
  );
  if (slide) title.lang = document.documentElement.lang;
  badge?.classList.toggle('wrong', !slide);
  badge?.replaceChildren(...(typed ? [createElement('b', '', typed), ' ', title] : []));
}
