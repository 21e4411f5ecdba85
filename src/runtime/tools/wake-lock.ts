import type { Part } from '../feature.ts';

/** Keeps the screen from going dark while somebody presents: in full screen, or once they walked on. */
export const awake: Part = {
  present(deck) {
    let isPresenting = false;
    let lock: Promise<WakeLockSentinel | undefined> | undefined;
    const ask = (): void => {
      if (!isPresenting || lock || document.hidden) return;
      lock = request();
      // The browser ends it whenever the page is out of sight.
      lock.then((sentinel) => {
        if (!sentinel) lock = undefined;
        sentinel?.addEventListener('release', () => {
          lock = undefined;
        });
      });
    };
    const present = (): void => {
      isPresenting = true;
      ask();
    };
    deck.on('slidechanged', present);
    addEventListener('fullscreenchange', () => {
      if (document.fullscreenElement) present();
    });
    document.addEventListener('visibilitychange', ask);
  },
  lacks: () =>
    'wakeLock' in navigator
      ? undefined
      : 'The screen may go dark during the talk: this browser cannot keep it awake.',
};

async function request(): Promise<WakeLockSentinel | undefined> {
  try {
    return await navigator.wakeLock.request('screen');
  } catch {
    // Absent, or refused: by a battery that is low, or by the page around this one.
    return undefined;
  }
}
