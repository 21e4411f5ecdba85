interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** A held key sends up to 40 messages a second; the burst allows two seconds of that. */
const keyRate: Rate = { burst: 80, perSecond: 40 };

/** Limits the rate of messages from a page. */
export class RateLimiter {
  readonly #rate: Rate;
  #left: number;
  #at = performance.now();

  constructor(rate = keyRate) {
    this.#rate = rate;
    this.#left = rate.burst;
  }

  /** @returns whether a message, or so many of what is limited, is allowed now */
  tryTake(count = 1): boolean {
    const now = performance.now();
    const { burst, perSecond } = this.#rate;
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1000) * perSecond);
    this.#at = now;
    if (this.#left < count) return false;
    this.#left -= count;
    return true;
  }
}
