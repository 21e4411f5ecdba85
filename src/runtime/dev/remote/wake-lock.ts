/** Whether this browser can keep the screen from going dark: only on this machine, or over https. */
export const canKeepAwake = 'wakeLock' in navigator;

/** Keeps the screen from going dark while the page is in sight. */
export function keepAwake(): void {
  if (!canKeepAwake) return;
  const ask = (): void => {
    // The browser ends it whenever the page is out of sight, and refuses it to a battery that is low.
    if (!document.hidden) navigator.wakeLock.request('screen').catch(() => {});
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
