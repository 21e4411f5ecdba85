import type { RevealApi } from 'reveal.js';
import { createElement, createIconButton } from '../element.ts';
import type { BrowserFeature } from '../feature.ts';
import { say } from '../navigation/announce.ts';
import { inWords, words } from '../words.ts';

const icons = { pause: 'M8 5v14m8-14v14', play: 'm8 5 11 7-11 7z' } as const;

/**
 * `V` pauses or resumes the videos and audio of a slide and its background. A button does the same for
 * videos without controls, such as backgrounds. Printed videos show no controls.
 */
export const video: BrowserFeature = {
  present: addPauseButton,
  shortcuts: (deck) => [
    {
      keys: ['v'],
      name: 'playPause',
      group: 'screen',
      press() {
        const players = playersOf(deck, 'video, audio');
        if (players.length > 0) say(toggle(players) ? 'videoPlaying' : 'videoPaused');
        return players.length > 0;
      },
    },
  ],
  print() {
    const players = [...document.querySelectorAll<HTMLVideoElement>('.slides video[controls]')];
    for (const player of players) player.controls = false;
    return () => {
      for (const player of players) player.controls = true;
    };
  },
};

/** The button is there while the slide has videos without controls; it is pressed while they are paused. */
function addPauseButton(deck: RevealApi): void {
  const moving = (): readonly HTMLMediaElement[] => playersOf(deck, 'video:not([controls])');
  const button = createIconButton(words().videoPaused, icons.pause, () => toggle(moving()));
  // The name says the state that is on when pressed, and would be wrong next to a playing video.
  button.title = words().playPause;
  const box = inWords(createElement('div', 'controls pause active', button));
  const update = (): void => {
    const videos = moving();
    const isPaused = videos.every(({ paused }) => paused);
    button.ariaPressed = String(isPaused);
    button.querySelector('path')?.setAttribute('d', icons[isPaused ? 'play' : 'pause']);
    if (videos.length === 0) box.remove();
    else if (!box.isConnected) deck.getRevealElement()?.append(box);
  };
  for (const event of ['ready', 'slidechanged']) deck.on(event, update);
  for (const event of ['play', 'pause']) document.addEventListener(event, update, true);
}

function playersOf(deck: RevealApi, selector: string): readonly HTMLMediaElement[] {
  return [...(deck.getCurrentSlide()?.querySelectorAll<HTMLMediaElement>(selector) ?? [])];
}

/** @returns whether they play now */
function toggle(players: readonly HTMLMediaElement[]): boolean {
  const isPlaying = players.some(({ paused }) => !paused);
  for (const player of players) {
    if (isPlaying) player.pause();
    // The browser itself reports blocked playback.
    else player.play().catch(() => {});
  }
  return !isPlaying;
}
