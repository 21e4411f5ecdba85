import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves after some milliseconds, or once the signal is aborted. */
export async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
