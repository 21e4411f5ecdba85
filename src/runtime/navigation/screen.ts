import type { RevealApi } from 'reveal.js';
import type { BrowserFeature } from '../feature.ts';
import { announce, announceSlide } from './announce.ts';
import { anyKey, captureKeys, type KeyBinding, type Shortcut } from './keyboard.ts';

export const fullScreen: Shortcut = {
  keys: ['f'],
  name: 'Full screen',
  group: 'Screen',
  press: () => setFullScreen(!document.fullscreenElement),
};

/** The start key of clickers, which must not reload the page during a talk. */
const startKeys: KeyBinding = {
  keys: ['F5', 'Shift+F5'],
  press: () => setFullScreen(true),
};

/** Full screen, black screen and white screen. */
export const screen: BrowserFeature = {
  present(deck) {
    let releaseKeys = (): void => {};
    deck.on('paused', () => {
      releaseKeys();
      // Ignore repeats of the key that is still held.
      const press = ({ repeat }: KeyboardEvent): unknown => repeat || deck.togglePause(false);
      releaseKeys = captureKeys([startKeys, { keys: [anyKey], press }]);
      announce(isWhite(deck) ? 'White screen' : 'Black screen');
    });
    deck.on('resumed', () => {
      releaseKeys();
      paint(deck, false);
      announceSlide(deck);
    });
    deck.on('ready', () => {
      const cover = deck.getRevealElement()?.querySelector('.pause-overlay');
      cover?.addEventListener('click', () => deck.togglePause(false));
    });
  },
  shortcuts: (deck) => [
    fullScreen,
    { ...startKeys, name: 'Start', group: 'Screen', isHidden: true },
    { keys: ['b', '.'], name: 'Black screen', group: 'Screen', press: () => cover(deck, false) },
    { keys: ['w', ','], name: 'White screen', group: 'Screen', press: () => cover(deck, true) },
  ],
  limitation: () =>
    document.fullscreenEnabled ? undefined : 'This browser does not support full screen here.',
};

function cover(deck: RevealApi, white: boolean): void {
  paint(deck, white);
  deck.togglePause(true);
}

function paint(deck: RevealApi, white: boolean): void {
  deck.getRevealElement()?.classList.toggle('white', white);
}

function isWhite(deck: RevealApi): boolean {
  return deck.getRevealElement()?.classList.contains('white') ?? false;
}

function setFullScreen(full: boolean): void {
  const change = full
    ? document.documentElement.requestFullscreen?.()
    : document.exitFullscreen?.();
  // The browser itself reports a rejection.
  change?.catch(() => {});
}
