import { RateLimiter } from './rate-limiter.ts';

/** The list of a hundred decks is as many pages, one for each thumbnail. */
const rate = { burst: 200, perSecond: 20 } as const;
/** The addresses that are remembered, the last ones. */
const maxAddresses = 1000;

/** Limits the requests of each address for pages, which take time to write. */
export class RequestLimit {
  readonly #limiters = new Map<string, RateLimiter>();

  /** @returns whether a request of this address is answered now */
  tryTake(address: string): boolean {
    const limiter = this.#limiters.get(address) ?? new RateLimiter(rate);
    this.#limiters.delete(address);
    this.#limiters.set(address, limiter);
    const [oldest] = this.#limiters.keys();
    if (this.#limiters.size > maxAddresses && oldest !== undefined) this.#limiters.delete(oldest);
    return limiter.tryTake();
  }
}
