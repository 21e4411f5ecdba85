import type { RevealApi } from 'reveal.js';
import { type Part, stepEvents } from './part.ts';

/** How long the arrows stay after the pointer came to rest. */
const restTime = 2500;

/** Two arrows in the corner, seen only while the pointer moves or one of them has the focus. */
export const controls: Part = {
  present(deck) {
    const previous = arrow('Previous', 'M15 5 8 12l7 7', () => deck.prev());
    const next = arrow('Next', 'm9 5 7 7-7 7', () => deck.next());
    const box = document.createElement('div');
    box.className = 'controls';
    box.lang = 'en';
    box.dir = 'ltr';
    box.role = 'group';
    box.ariaLabel = 'Slides';
    box.append(...(document.documentElement.dir === 'rtl' ? [next, previous] : [previous, next]));
    const update = (): void => {
      previous.ariaDisabled = String(!canGoBack(deck));
      next.ariaDisabled = String(!canGoOn(deck));
    };
    for (const event of ['ready', 'slidechanged', ...stepEvents]) deck.on(event, update);
    deck.on('ready', () => deck.getRevealElement()?.append(box));
    showWhilePointing(box);
  },
};

function arrow(label: string, path: string, go: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.ariaLabel = label;
  button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
  button.addEventListener('click', go);
  return button;
}

function canGoBack(deck: RevealApi): boolean {
  return !deck.isFirstSlide() || deck.availableFragments().prev;
}

function canGoOn(deck: RevealApi): boolean {
  return !deck.isLastSlide() || deck.availableFragments().next;
}

function showWhilePointing(box: HTMLElement): void {
  let timer = 0;
  const rest = (): void => box.classList.remove('awake');
  addEventListener('pointermove', () => {
    box.classList.add('awake');
    clearTimeout(timer);
    timer = setTimeout(rest, restTime);
  });
}
