import type { Part } from '../feature.ts';
import { announce } from '../navigation/announce.ts';

/** `V` halts what plays on a slide or behind it, and lets it go on. */
export const video: Part = {
  shortcuts: (deck) => [
    {
      keys: ['v'],
      name: 'Pause the video, or go on',
      group: 'Screen',
      press: () => toggle([...(deck.getCurrentSlide()?.querySelectorAll('video, audio') ?? [])]),
    },
  ],
};

function toggle(elements: readonly Element[]): boolean {
  const players = elements as readonly HTMLMediaElement[];
  const isPlaying = players.some(({ paused }) => !paused);
  for (const player of players) {
    if (isPlaying) player.pause();
    // A browser that lets nothing play without a click says so itself.
    else player.play().catch(() => {});
  }
  if (players.length > 0) announce(isPlaying ? 'Video paused' : 'Video plays');
  return players.length > 0;
}
