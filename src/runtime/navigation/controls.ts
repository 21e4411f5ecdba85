import type { RevealApi } from 'reveal.js';
import { createElement, createIconButton } from '../element.ts';
import { type BrowserFeature, stepEvents } from '../feature.ts';
import { openHelp } from '../tools/help.ts';
import { inWords, words } from '../words.ts';

/** Milliseconds until the controls are hidden after the last pointer movement. */
const hideDelay = 2500;

/**
 * Arrows and a help button in the corner, visible while the pointer moves or one of them is
 * focused.
 */
export const controls: BrowserFeature = {
  present(deck) {
    const previous = createIconButton(words().previous, 'M15 5 8 12l7 7', () => deck.prev());
    const next = createIconButton(words().next, 'm9 5 7 7-7 7', () => deck.next());
    const keys = createIconButton(
      words().shortcuts,
      'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4m0 4h.01',
      openHelp,
    );
    const box = inWords(createElement('div', 'controls'));
    box.role = 'group';
    box.ariaLabel = words().slides;
    const arrows = [previous, next];
    box.append(keys, ...(document.documentElement.dir === 'rtl' ? arrows.reverse() : arrows));
    const update = (): void => {
      previous.ariaDisabled = String(!canGoBack(deck));
      next.ariaDisabled = String(!canGoForward(deck));
    };
    for (const event of ['ready', 'slidechanged', ...stepEvents]) deck.on(event, update);
    deck.on('ready', () => deck.getRevealElement()?.append(box));
    showOnPointerMove(box);
  },
};

function canGoBack(deck: RevealApi): boolean {
  return !deck.isFirstSlide() || deck.availableFragments().prev;
}

function canGoForward(deck: RevealApi): boolean {
  return !deck.isLastSlide() || deck.availableFragments().next;
}

function showOnPointerMove(box: HTMLElement): void {
  let timer = 0;
  const rest = (): void => box.classList.remove('active');
  const wake = (): void => {
    box.classList.add('active');
    clearTimeout(timer);
    timer = setTimeout(rest, hideDelay);
  };
  for (const name of ['pointermove', 'pointerdown'] as const) addEventListener(name, wake);
}
