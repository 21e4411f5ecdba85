import type { BrowserFeature } from '../feature.ts';
import { say } from '../navigation/announce.ts';

/**
 * `V` pauses or resumes the videos and audio of a slide and its background. Printed videos show no
 * controls.
 */
export const video: BrowserFeature = {
  shortcuts: (deck) => [
    {
      keys: ['v'],
      name: 'playPause',
      group: 'screen',
      press: () => toggle([...(deck.getCurrentSlide()?.querySelectorAll('video, audio') ?? [])]),
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

function toggle(elements: readonly Element[]): boolean {
  const players = elements as readonly HTMLMediaElement[];
  const isPlaying = players.some(({ paused }) => !paused);
  for (const player of players) {
    if (isPlaying) player.pause();
    // The browser itself reports blocked playback.
    else player.play().catch(() => {});
  }
  if (players.length > 0) say(isPlaying ? 'videoPaused' : 'videoPlaying');
  return players.length > 0;
}
