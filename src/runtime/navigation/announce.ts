import type { RevealApi } from 'reveal.js';
import { type Part, stepEvents } from '../feature.ts';

/** Tells those who listen of each new slide, "Slide 3 of 20: The title", and of what a step brings. */
export const announcer: Part = {
  present(deck) {
    const region = document.createElement('div');
    region.className = 'announcer';
    region.role = 'status';
    document.body.append(region);
    let isOnSlide = false;
    deck.on('beforeslidechange', () => {
      isOnSlide = Boolean(document.activeElement?.closest('.slides section'));
    });
    deck.on('slidechanged', () => {
      const slide = deck.getCurrentSlide();
      if (!slide || !isOnSlide) return announceSlide(deck);
      // The focus would stay on a slide that is gone. Whoever goes along with it hears the slide's name by that.
      region.textContent = '';
      // Until reveal.js has ended, the new slide takes none.
      queueMicrotask(() => focusSlide(slide));
    });
    const [shown] = stepEvents;
    deck.on(shown, (event) => {
      const { fragments } = event as unknown as { fragments: readonly Element[] };
      const text = fragments
        .map((fragment) => fragment.textContent.trim())
        .join(' ')
        .trim();
      if (text) region.textContent = text;
    });
  },
};

/** Lets those who listen, or who go on by `Tab`, begin at a slide. */
export function focusSlide(slide: HTMLElement): void {
  slide.tabIndex = -1;
  slide.focus({ preventScroll: true });
}

/** Says something to those who listen, once they are not told something else. */
export function announce(text: string): void {
  const region = document.querySelector('.announcer');
  if (region) region.textContent = text;
}

/** Says which slide is shown. */
export function announceSlide(deck: RevealApi): void {
  announce(`Slide ${deck.getCurrentSlide()?.ariaLabel ?? ''}`);
}
