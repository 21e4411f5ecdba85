import type { BrowserFeature } from '../feature.ts';

/**
 * Gives the videos and audio whose file stands elsewhere in the page its URL, also on slides that are added
 * later: see `src/5-bundle/assets/shared-media.ts`.
 */
export const sharedMedia: BrowserFeature = {
  present(deck) {
    restoreUrls();
    const slides = deck.getSlidesElement() ?? document.querySelector('.slides');
    if (!slides) return;
    new MutationObserver(restoreUrls).observe(slides, { childList: true, subtree: true });
  },
};

function restoreUrls(): void {
  const references = [...document.querySelectorAll<HTMLElement>('.slides [data-media]')];
  if (references.length === 0) return;
  const files = new Map<string, string>();
  for (const shown of document.querySelectorAll('.slides [src^="data:"]')) {
    const url = shown.getAttribute('src') ?? '';
    files.set(`media-${url.length}-${url.slice(-24)}`, url);
  }
  for (const reference of references) {
    const url = files.get(reference.dataset.media ?? '');
    if (url === undefined) continue;
    delete reference.dataset.media;
    reference.setAttribute('src', url);
    const { parentElement } = reference;
    if (reference.localName === 'source' && parentElement instanceof HTMLMediaElement) {
      parentElement.load();
    }
  }
}
