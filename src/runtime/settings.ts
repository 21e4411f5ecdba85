import type { RevealConfig, TransitionStyle } from 'reveal.js';
import { prefersStillness } from './feature.ts';

/** How reveal.js runs a deck. What differs between decks stands in the root's `data-` attributes. */
export function settings(root: HTMLElement): RevealConfig {
  const { width, height, transition } = root.dataset;
  const still = prefersStillness();
  return {
    width: Number(width),
    height: Number(height),
    margin: 0,
    minScale: 0.1,
    maxScale: 4,
    center: false,
    rtl: document.documentElement.dir === 'rtl',
    transition: still ? 'none' : (transition as TransitionStyle),
    autoAnimate: !still,
    // Whoever asked for less motion starts a video on their own; one behind a slide shows its first frame.
    autoPlayMedia: still ? false : (null as unknown as boolean),
    // The address leads back to the slide; the history stays that of pages.
    hash: true,
    history: false,
    controls: false,
    // The scroll view would replace the slides, and detach what is live on them.
    scrollActivationWidth: null as unknown as number,
    postMessage: false,
    jumpToSlide: false,
    help: false,
  };
}
