/** A held key sends up to 40 messages a second; the burst allows two seconds of that. */
const [burst, perSecond] = [80, 40];

/** Limits the rate of messages from a page. */
export class RateLimiter {
  #left = burst;
  #at = performance.now();

  /** @returns whether a message is allowed now */
  tryTake(): boolean {
    const now = performance.now();
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1000) * perSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
