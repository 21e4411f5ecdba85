/** As many messages at once as a held key sends in two seconds, and from then on as many a second as it sends. */
const [most, perSecond] = [80, 40];

/** Bounds how many messages a page may send. */
export class RateLimiter {
  #left = most;
  #at = performance.now();

  /** @returns whether there was one left */
  tryTake(): boolean {
    const now = performance.now();
    this.#left = Math.min(most, this.#left + ((now - this.#at) / 1000) * perSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
