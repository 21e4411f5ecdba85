import type { MultipleRenderResult, RenderOptions, Viz } from '@viz-js/viz';
import { TimeLimitError, withTimeLimit } from '../time/time-limit.ts';

export type GraphvizResult = MultipleRenderResult;

/** Graphviz, compiled to WebAssembly: loaded when it is first used. */
let viz: Promise<Viz> | undefined;

/** The maximum tries on a busy machine; each has four times the limit of processor time. */
const maxTries = 2;

/**
 * Runs Graphviz on a text in its language DOT.
 *
 * @param formats of the output, such as `json0`
 * @param limit in milliseconds of processor time
 * @returns also where the text has errors, or Graphviz has crashed
 * @throws TimeLimitError
 */
export async function runGraphviz(
  dot: string,
  formats: readonly string[],
  options: Omit<RenderOptions, 'format'>,
  limit: number,
): Promise<GraphvizResult> {
  for (let tries = 0; tries < maxTries; tries++) {
    const isNew = viz === undefined;
    viz ??= load();
    const instance = await viz;
    const result = tryOnce(limit * 4 ** tries, () =>
      instance.renderFormats(dot, [...formats], options),
    );
    if (result?.status === 'success' || result?.errors.some(isSyntaxError)) return result;
    // What was stopped, or has crashed, leaves its memory as it is.
    viz = undefined;
    // It may have crashed because of what it drew before.
    if (result && isNew) return result;
  }
  throw new TimeLimitError();
}

/** @returns nothing if the task was stopped without having had its time, as it cannot go on */
function tryOnce(limit: number, task: () => GraphvizResult): GraphvizResult | undefined {
  let hasBegun = false;
  try {
    return withTimeLimit(limit, () => {
      if (hasBegun) return undefined;
      hasBegun = true;
      return task();
    });
  } catch (error) {
    viz = undefined;
    if (error instanceof TimeLimitError) throw error;
    const reason = error instanceof Error ? error.message : 'it has ended';
    const message = `Graphviz has failed: ${reason}`;
    return { status: 'failure', output: undefined, errors: [{ level: 'error', message }] };
  }
}

function isSyntaxError({ message }: GraphvizResult['errors'][number]): boolean {
  return message.startsWith('syntax error');
}

/** Loads Graphviz so that it prints nothing: its messages are in its results. */
async function load(): Promise<Viz> {
  const { instance } = await import('@viz-js/viz');
  const { log, error } = console;
  // The module takes these functions when it starts, before anything is awaited.
  Object.assign(console, { log: () => {}, error: () => {} });
  const starting = instance();
  Object.assign(console, { log, error });
  return starting;
}
