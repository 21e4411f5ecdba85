import { type Context, createContext, runInContext } from 'node:vm';
import type { Report } from '../../base/diagnostics.ts';
import type { Place } from '../../base/yaml/yaml.ts';

const maxDepth = 100;
const marker = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/y;
const thematicBreak = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;

/**
 * Whether lists and quotes nest at most 100 deep, which is what the lexer can take: it needs time
 * that grows with the square of the depth, and in the end the whole stack.
 */
export function checkNesting(text: string, place: Place, report: Report): boolean {
  let [offset, fence] = [0, ''];
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence)) fence = '';
    if (fence === '' && nestingDepth(line) > maxDepth) {
      const message = `lists or quotes nested deeper than ${maxDepth} levels`;
      report.add('nesting-limit', place(offset + line.search(/\S/), 1), message);
      return false;
    }
    offset += line.length + 1;
  }
  return true;
}

function nestingDepth(line: string): number {
  if (!/^[ \t>\d*+-]/.test(line) || thematicBreak.test(line)) return 0;
  let [depth, end] = [0, 0];
  marker.lastIndex = 0;
  for (; marker.test(line); depth++) end = marker.lastIndex;
  if (depth === 0) return 0;
  const indent = line.length - line.trimStart().length;
  return depth + Math.floor(Math.min(indent, end) / 2);
}

/** A task took longer than it may. */
export class TimeLimitError extends Error {}

/** What runs in a context of its own can be stopped. To make one takes a while, so there is one for all. */
let context: Context | undefined;

/**
 * Runs a synchronous task, and stops it after so many milliseconds.
 *
 * @throws TimeLimitError when time is up
 */
export function withTimeLimit<T>(milliseconds: number, task: () => T): T {
  let result: { value: T } | undefined;
  context ??= createContext({});
  context.task = () => {
    result = { value: task() };
  };
  for (let tries = 3; !result && tries > 0; tries--) {
    const before = process.cpuUsage();
    try {
      runInContext('task()', context, { timeout: milliseconds });
    } catch (error) {
      if (!isTimeout(error)) throw error;
      // On a machine that is busy with other things, it may hardly have begun.
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
