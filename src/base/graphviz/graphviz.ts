import type { MultipleRenderResult, RenderOptions, Viz } from '@viz-js/viz';
import { TimeLimitError, withTimeLimit } from '../time/time-limit.ts';

export type GraphvizResult = MultipleRenderResult;

/** Graphviz, compiled to WebAssembly: loaded when it is first used. */
let viz: Promise<Viz> | undefined;

/**
 * Runs Graphviz on a text in its language DOT.
 *
 * @param formats of the output, such as `json0`
 * @param limit in milliseconds of processor time
 * @returns also where the text has errors
 * @throws TimeLimitError
 */
export async function runGraphviz(
  dot: string,
  formats: readonly string[],
  options: Omit<RenderOptions, 'format'>,
  limit: number,
): Promise<GraphvizResult> {
  viz ??= import('@viz-js/viz').then(({ instance }) => instance());
  const instance = await viz;
  try {
    return withTimeLimit(limit, () => instance.renderFormats(dot, [...formats], options));
  } catch (error) {
    // What was stopped, or has crashed, leaves its memory as it is.
    viz = undefined;
    if (error instanceof TimeLimitError || !(error instanceof WebAssembly.RuntimeError))
      throw error;
    const message = `Graphviz has failed: ${error.message}`;
    return { status: 'failure', output: undefined, errors: [{ level: 'error', message }] };
  }
}
