import type { RevealApi } from 'reveal.js';
import { inEnglish, make, makeIconButton } from '../element.ts';
import { type Part, stepEvents } from '../feature.ts';
import { openHelp } from '../tools/help.ts';

/** How long the arrows stay after the pointer came to rest. */
const restTime = 2500;

/** Two arrows in the corner and the way to all keys, seen only while the pointer moves or one of them has the focus. */
export const controls: Part = {
  present(deck) {
    const previous = makeIconButton('Previous', 'M15 5 8 12l7 7', () => deck.prev());
    const next = makeIconButton('Next', 'm9 5 7 7-7 7', () => deck.next());
    const keys = makeIconButton(
      'Keys',
      'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4m0 4h.01',
      openHelp,
    );
    const box = inEnglish(make('div', 'controls'));
    box.role = 'group';
    box.ariaLabel = 'Slides';
    const arrows = [previous, next];
    box.append(keys, ...(document.documentElement.dir === 'rtl' ? arrows.reverse() : arrows));
    const update = (): void => {
      previous.ariaDisabled = String(!canGoBack(deck));
      next.ariaDisabled = String(!canGoOn(deck));
    };
    for (const event of ['ready', 'slidechanged', ...stepEvents]) deck.on(event, update);
    deck.on('ready', () => deck.getRevealElement()?.append(box));
    showWhilePointing(box);
  },
};

function canGoBack(deck: RevealApi): boolean {
  return !deck.isFirstSlide() || deck.availableFragments().prev;
}

function canGoOn(deck: RevealApi): boolean {
  return !deck.isLastSlide() || deck.availableFragments().next;
}

function showWhilePointing(box: HTMLElement): void {
  let timer = 0;
  const rest = (): void => box.classList.remove('awake');
  const wake = (): void => {
    box.classList.add('awake');
    clearTimeout(timer);
    timer = setTimeout(rest, restTime);
  };
  for (const name of ['pointermove', 'pointerdown'] as const) addEventListener(name, wake);
}
