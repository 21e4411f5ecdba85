import type { Shortcut } from './keyboard.ts';
import type { Part } from './part.ts';

export const fullScreen: Shortcut = {
  keys: ['f'],
  name: 'Full screen',
  group: 'Screen',
  press: toggleFullScreen,
};

/** What covers or fills the whole screen. */
export const screen: Part = {
  shortcuts: (deck) => [
    fullScreen,
    { keys: ['b', '.'], name: 'Black screen', group: 'Screen', press: () => deck.togglePause() },
  ],
};

function toggleFullScreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  // A browser that refuses says so itself.
  change.catch(() => {});
}
