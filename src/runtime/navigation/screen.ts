import type { RevealApi } from 'reveal.js';
import type { BrowserFeature } from '../feature.ts';
import { words } from '../words.ts';
import { announceSlide, say } from './announce.ts';
import { anyKey, captureKeys, type KeyBinding, type Shortcut } from './keyboard.ts';

export const fullScreen: Shortcut = {
  keys: ['f'],
  name: 'fullScreen',
  group: 'screen',
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
      say(isWhite(deck) ? 'whiteScreen' : 'blackScreen');
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
    { ...startKeys, group: 'screen', isHidden: true },
    { keys: ['b', '.'], name: 'blackScreen', group: 'screen', press: () => cover(deck, false) },
    { keys: ['w', ','], name: 'whiteScreen', group: 'screen', press: () => cover(deck, true) },
  ],
  limitation: () => (document.fullscreenEnabled ? undefined : words().noFullScreen),
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
