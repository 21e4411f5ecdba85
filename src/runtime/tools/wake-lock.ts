import type { BrowserFeature } from '../feature.ts';
import { words } from '../words.ts';

/** Keeps the screen on while presenting: in full screen, or after the first slide change. */
export const wakeLock: BrowserFeature = {
  present(deck) {
    let isPresenting = false;
    let lock: Promise<WakeLockSentinel | undefined> | undefined;
    const ask = (): void => {
      if (!isPresenting || lock || document.hidden) return;
      lock = request();
      // The browser releases the lock whenever the page is hidden.
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
  limitation: () => ('wakeLock' in navigator ? undefined : words().noWakeLock),
};

async function request(): Promise<WakeLockSentinel | undefined> {
  try {
    return await navigator.wakeLock.request('screen');
  } catch {
    // Not supported, or denied because of a low battery or the embedding page.
    return undefined;
  }
}
