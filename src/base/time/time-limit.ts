import { Script } from 'node:vm';

/** A task exceeded its time limit. */
export class TimeLimitError extends Error {}

/** Where the script finds its task. */
const taskKey = Symbol.for('lectern.task');

/** Only a script can be stopped. It runs in this context: creating another takes 2 ms of each build. */
let script: Script | undefined;

/** The maximum retries of a task that got too little processor time; each retry has four times the limit. */
const maxTries = 5;

/**
 * Runs a synchronous task, and stops it after a limit of processor time, in milliseconds.
 *
 * @throws TimeLimitError
 */
export function withTimeLimit<T>(milliseconds: number, task: () => T): T {
  let result: { value: T } | undefined;
  script ??= new Script("globalThis[Symbol.for('lectern.task')]()");
  const run = (): void => {
    result = { value: task() };
  };
  for (let tries = 0; !result && tries < maxTries; tries++) {
    // Each time, since a task may contain limited tasks of its own.
    Reflect.set(globalThis, taskKey, run);
    const before = process.cpuUsage();
    try {
      script.runInThisContext({ timeout: milliseconds * 4 ** tries });
    } catch (error) {
      if (!isTimeout(error)) throw error;
      // On a busy machine, the task got only a part of this time.
      const { user, system } = process.cpuUsage(before);
      if (user + system > (milliseconds * 1000) / 2) break;
    } finally {
      Reflect.deleteProperty(globalThis, taskKey);
    }
  }
  if (!result) throw new TimeLimitError();
  return result.value;
}

function isTimeout(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
