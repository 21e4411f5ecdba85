/** There was more work than a limit allows. A `RangeError`, as a file that needs so much counts as damaged. */
export class StepLimitError extends RangeError {}

/** Bounds the work on a file that may be made to need any amount of it, such as one whose tables overlap. */
export class StepLimit {
  #left: number;

  /** @param most the count of steps, far more than any file needs that is not made for this */
  constructor(most: number) {
    this.#left = most;
  }

  /** Counts steps before they are done. @throws {StepLimitError} if there are too many */
  take(count = 1): void {
    this.#left -= count;
    if (this.#left < 0) throw new StepLimitError('too many steps');
  }
}
