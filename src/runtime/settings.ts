import type { RevealConfig, TransitionStyle } from 'reveal.js';
import { prefersReducedMotion } from './feature.ts';

/**
 * The configuration of reveal.js. Settings of the deck are read from the root's `data-` attributes.
 */
export function settings(root: HTMLElement): RevealConfig {
  const { width, height, transition } = root.dataset;
  const still = prefersReducedMotion();
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
    // With reduced motion, nothing plays by itself; a background video shows its first frame.
    autoPlayMedia: still ? false : (null as unknown as boolean),
    // The address contains the slide, without adding entries to the history.
    hash: true,
    hashOneBasedIndex: true,
    history: false,
    controls: false,
    // The scroll view would replace the slides and detach live elements.
    scrollActivationWidth: null as unknown as number,
    postMessage: false,
    jumpToSlide: false,
    help: false,
  };
}
