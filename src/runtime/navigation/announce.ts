import type { RevealApi } from 'reveal.js';
import type { SpokenWords } from '../../model/words.ts';
import type { BrowserFeature } from '../feature.ts';
import { fill, words } from '../words.ts';

/** Announces each new slide to screen readers: "Slide 3 of 20: The title". */
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
      announce(startsOf(slide), slide.lang || undefined);
      // The new slide cannot be focused until reveal.js has finished.
      queueMicrotask(() => focusSlide(slide));
    });
    // Links to footnotes and back: reveal.js stays on the slide, and keeps the focus where it is.
    addEventListener('click', ({ target }) => {
      const link = (target as Partial<Element>).closest?.<HTMLAnchorElement>('[role^=doc-]');
      if (link?.hash) document.getElementById(link.hash.slice(1))?.focus({ preventScroll: true });
    });
  },
};

/** Moves the focus to a slide, so that screen readers and `Tab` continue there. */
export function focusSlide(slide: HTMLElement): void {
  slide.tabIndex = -1;
  slide.focus({ preventScroll: true });
}

/** Announces a text in the language of the deck to screen readers. */
export function announce(text: string, lang = document.documentElement.lang): void {
  const region = document.querySelector<HTMLElement>('.announcer');
  if (!region) return;
  region.lang = lang;
  region.textContent = text;
}

/** Announces words of the page. */
export function say(name: keyof SpokenWords, value = ''): void {
  announce(fill(words()[name] ?? '', value), words().lang);
}

/** The lines that the code of a slide highlights at first. */
function startsOf(slide: HTMLElement): string {
  const codes = slide.querySelectorAll<HTMLElement>('[data-starts]');
  return Array.from(codes, ({ dataset }) => dataset.starts).join('. ');
}

/** Announces the current slide, and the lines that its code highlights at first. */
export function announceSlide(deck: RevealApi): void {
  const slide = deck.getCurrentSlide();
  if (!slide) return;
  const text = [slide.ariaLabel, startsOf(slide)].filter(Boolean).join('. ');
  if (!slide.lang) say('slide', text);
  else announce(`${slide.ariaRoleDescription ?? ''} ${text}`.trim(), slide.lang);
}
