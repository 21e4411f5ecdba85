import type { RevealApi } from 'reveal.js';
import type { Part } from '../feature.ts';
import { announce, announceSlide } from './announce.ts';
import { anyKey, holdKeys, type KeyAction, type Shortcut } from './keyboard.ts';

export const fullScreen: Shortcut = {
  keys: ['f'],
  name: 'Full screen',
  group: 'Screen',
  press: () => setFullScreen(!document.fullscreenElement),
};

/** What clickers start a talk with; it must not load the page again in the middle of one. */
const startKeys: KeyAction = {
  keys: ['F5', 'Shift+F5'],
  press: () => setFullScreen(true),
};

/** What covers or fills the whole screen. */
export const screen: Part = {
  present(deck) {
    let releaseKeys = (): void => {};
    deck.on('paused', () => {
      releaseKeys();
      // The key that covers the screen may be held for a while.
      const press = ({ repeat }: KeyboardEvent): unknown => repeat || deck.togglePause(false);
      releaseKeys = holdKeys([startKeys, { keys: [anyKey], press }]);
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
    { ...startKeys, name: 'Start', group: 'Screen', isUntold: true },
    { keys: ['b', '.'], name: 'Black screen', group: 'Screen', press: () => cover(deck, false) },
    { keys: ['w', ','], name: 'White screen', group: 'Screen', press: () => cover(deck, true) },
  ],
  lacks: () =>
    document.fullscreenEnabled ? undefined : 'Full screen is not to be had from a page here.',
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
  // A browser that refuses says so itself.
  change?.catch(() => {});
}
