/** Whether this browser can keep the screen on: only on localhost or over https. */
export const hasWakeLock = 'wakeLock' in navigator;

/** Keeps the screen on while the page is visible. */
export function requestWakeLock(): void {
  if (!hasWakeLock) return;
  const ask = (): void => {
    // The browser releases the lock whenever the page is hidden, and denies it on low battery.
    if (!document.hidden) navigator.wakeLock.request('screen').catch(() => {});
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
