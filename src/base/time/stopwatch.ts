/** Measures the processor time of this process from now on. */
export class Stopwatch {
  readonly #start = process.cpuUsage();

  /** In whole milliseconds. */
  get elapsed(): number {
    const { user, system } = process.cpuUsage(this.#start);
    return Math.round((user + system) / 1000);
  }
}
