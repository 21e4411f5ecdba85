/** A task exceeded its time limit: never in a browser, where a page can stop the worker that builds. */
export class TimeLimitError extends Error {}

export function withTimeLimit<T>(_milliseconds: number, task: () => T): T {
  return task();
}
