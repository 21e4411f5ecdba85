import type { RevealApi } from 'reveal.js';
import { type BrowserFeature, stepEvents } from '../feature.ts';

/**
 * Announces each new slide to screen readers ("Slide 3 of 20: The title") and the text of each
 * step.
 */
export const announcer: BrowserFeature = {
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
      // The focus must not stay on a hidden slide. Moving it makes screen readers read the slide's
      // name.
      region.textContent = '';
      // The new slide cannot be focused until reveal.js has finished.
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

/** Moves the focus to a slide, so that screen readers and `Tab` continue there. */
export function focusSlide(slide: HTMLElement): void {
  slide.tabIndex = -1;
  slide.focus({ preventScroll: true });
}

/** Announces a text to screen readers. */
export function announce(text: string): void {
  const region = document.querySelector('.announcer');
  if (region) region.textContent = text;
}

/** Announces the current slide. */
export function announceSlide(deck: RevealApi): void {
  announce(`Slide ${deck.getCurrentSlide()?.ariaLabel ?? ''}`);
}
