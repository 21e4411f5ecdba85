interface Waiting {
  readonly host: string;
  readonly start: () => void;
}

/** Limits how much is done at a time, in all and with one host. */
export class Turns {
  readonly #most: number;
  readonly #mostOfHost: number;
  readonly #waiting: Waiting[] = [];
  readonly #running = new Map<string, number>();
  #count = 0;

  constructor(most: number, mostOfHost: number) {
    this.#most = most;
    this.#mostOfHost = mostOfHost;
  }

  /** Does some work with a host when it is its turn. */
  async take<T>(host: string, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((start) => {
      this.#waiting.push({ host, start });
      this.#startNext();
    });
    try {
      return await work();
    } finally {
      this.#count--;
      this.#running.set(host, this.#of(host) - 1);
      this.#startNext();
    }
  }

  #startNext(): void {
    while (this.#count < this.#most) {
      const next = this.#waiting.findIndex(({ host }) => this.#of(host) < this.#mostOfHost);
      const [found] = next < 0 ? [] : this.#waiting.splice(next, 1);
      if (!found) return;
      this.#count++;
      this.#running.set(found.host, this.#of(found.host) + 1);
      found.start();
    }
  }

  #of(host: string): number {
    return this.#running.get(host) ?? 0;
  }
}
