import type { DotGraph } from '../../../model/diagram/dot.ts';
import type { ImageSteps } from '../../../model/rendered.ts';

/** Divides the steps of a text among its graphs. */
export class StepReader {
  readonly #steps: ImageSteps | undefined;
  readonly #used = { nodes: 0, groups: 0, edges: 0 };

  constructor(steps: ImageSteps | undefined) {
    this.#steps = steps;
  }

  /** The steps of the next graph. */
  next({ nodes, subgraphs, edges }: DotGraph): ImageSteps {
    return {
      nodes: this.#take('nodes', nodes.length),
      groups: this.#take('groups', subgraphs.length),
      edges: this.#take('edges', edges.length),
    };
  }

  #take(part: keyof ImageSteps, count: number): readonly (number | null)[] {
    const start = this.#used[part];
    this.#used[part] += count;
    return this.#steps?.[part].slice(start, start + count) ?? [];
  }
}
