import { TimeLimitError } from '../time/time-limit.ts';
import { runGraphviz } from './graphviz.ts';
import type { GraphvizGraph } from './output.ts';

/** A warning or an error of Graphviz. */
export interface GraphvizMessage {
  readonly level?: 'error' | 'warning';
  readonly message: string;
}

/** A graph that Graphviz has read. */
export interface GraphvizLayout {
  /** The graph as it is drawn; without if there was an error. */
  readonly drawn?: GraphvizGraph;
  /** The graph with the attributes as they were written. */
  readonly written?: GraphvizGraph;
  readonly messages: readonly GraphvizMessage[];
}

/** Graphviz could not lay out a graph. */
export class GraphvizError extends Error {
  /** It took too long; otherwise, it crashed. */
  readonly isSlow: boolean;

  constructor(isSlow: boolean) {
    super(isSlow ? 'it takes too long' : 'Graphviz cannot draw it');
    this.isSlow = isSlow;
  }
}

/**
 * Parses the first graph of a text in DOT, and lays it out.
 *
 * @param limit in milliseconds of processor time; those that are left
 * @throws GraphvizError
 */
export async function layOutDot(text: string, limit: number): Promise<GraphvizLayout> {
  const { output, errors } = await run(text, limit);
  if (!output && errors.some(({ message }) => message.startsWith('Graphviz has failed'))) {
    throw new GraphvizError(false);
  }
  if (!output) return { messages: errors };
  return {
    written: readOutput(output['dot_json']),
    drawn: readOutput(output['json']),
    messages: errors,
  };
}

/** @throws GraphvizError for numbers that JSON does not have: Graphviz writes `nan` and `inf` */
function readOutput(json = ''): GraphvizGraph {
  try {
    return JSON.parse(json) as GraphvizGraph;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new GraphvizError(false);
  }
}

async function run(text: string, limit: number) {
  if (limit < 1) throw new GraphvizError(true);
  try {
    return await runGraphviz(text, ['dot_json', 'json'], { yInvert: true }, limit);
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    throw new GraphvizError(true);
  }
}
