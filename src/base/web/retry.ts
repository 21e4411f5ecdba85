import type { Failure } from './failure.ts';
import type { Answer } from './request.ts';

/** The longest that a server may let us wait for a second attempt, in milliseconds. */
const longestPause = 10_000;

/**
 * How long to wait for a second attempt, in milliseconds; `undefined` if there is nothing to wait for.
 *
 * @param usual unless the server says when
 */
export function pauseAfter(answer: Answer | Failure, usual: number): number | undefined {
  if (!('status' in answer)) return answer.mayPass ? usual : undefined;
  if (!isBusy(answer)) return undefined;
  const pause = millisecondsOf(answer.retryAfter);
  if (pause === undefined) return usual;
  return pause <= longestPause ? pause : undefined;
}

export function isBusy({ status }: Answer): boolean {
  return status === 429 || status === 503;
}

/** @param value seconds or a date */
function millisecondsOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const time = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(time) ? undefined : Math.max(0, time);
}
