import { type Context, createContext, runInContext } from 'node:vm';

/** A task took longer than it may. */
export class TimeLimitError extends Error {}

/** Code in a context of its own can be stopped. All tasks share one, as it takes a while to create. */
let context: Context | undefined;

/** How often a task that has had too little of the processor is started again, each time with four times the limit. */
const maxTries = 5;

/**
 * Runs a synchronous task, and stops it after so many milliseconds of processor time.
 *
 * @throws TimeLimitError when time is up
 */
export function withTimeLimit<T>(milliseconds: number, task: () => T): T {
  let result: { value: T } | undefined;
  context ??= createContext({});
  context.task = () => {
    result = { value: task() };
  };
  for (let tries = 0; !result && tries < maxTries; tries++) {
    const before = process.cpuUsage();
    try {
      runInContext('task()', context, { timeout: milliseconds * 4 ** tries });
    } catch (error) {
      if (!isTimeout(error)) throw error;
      // On a machine that is busy with other things, it has had only a part of this time.
      const { user, system } = process.cpuUsage(before);
      if (user + system > (milliseconds * 1000) / 2) break;
    }
  }
  if (!result) throw new TimeLimitError();
  return result.value;
}

/** The error may come from the context, whose `Error` is not the one here. */
function isTimeout(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
