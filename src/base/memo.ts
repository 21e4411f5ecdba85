import type { Memo } from '../model/source.ts';

/** A value and all that it was computed from. */
interface Entry {
  readonly inputs: readonly unknown[];
  value: unknown;
  /** The last build that asked for it. */
  build: number;
}

/** So many builds may pass in which nobody asks for a value, such as those of a deck with an error. */
const maxIdleBuilds = 3;

/**
 * Reuses values in the builds of a deck that follow each other. A function's value is found by the
 * function and its inputs, and computed only if these are new: strings and numbers are compared by
 * value, objects by identity. The function must be pure and `inputs` must name all that its value
 * depends on; then a build with a memo gives what it gives without one.
 *
 * @example memo.get(parseSlide, [text, isFirst], () => parseSlide(text, isFirst))
 */
export class BuildMemo implements Memo {
  /** By function, then by first input: the first one should differ from value to value. */
  readonly #entries = new Map<object, Map<unknown, Entry[]>>();
  #build = 0;

  /** Call this before each build: drops the values that the last builds did not ask for. */
  nextBuild(): void {
    this.#build++;
    const oldest = this.#build - maxIdleBuilds;
    for (const ofFunction of this.#entries.values()) {
      for (const [first, entries] of ofFunction) {
        // Most are recent: no new array for each of them.
        if (!entries.some(({ build }) => build < oldest)) continue;
        const kept = entries.filter(({ build }) => build >= oldest);
        if (kept.length === 0) ofFunction.delete(first);
        else ofFunction.set(first, kept);
      }
    }
  }

  get<T>(
    of: (...args: never[]) => T,
    inputs: readonly [unknown, ...unknown[]],
    compute: () => T,
  ): T {
    const known = this.#find(of, inputs);
    // The inputs of a function decide on the type of its value.
    return known ? (known.value as T) : this.#keep(of, inputs, compute());
  }

  update<T>(
    of: (...args: never[]) => T,
    key: readonly [unknown, ...unknown[]],
    compute: (previous: T | undefined) => T,
  ): T {
    const known = this.#find(of, key);
    if (!known) return this.#keep(of, key, compute(undefined));
    const value = compute(known.value as T);
    known.value = value;
    return value;
  }

  #find(of: object, inputs: readonly unknown[]): Entry | undefined {
    const entries = this.#entries.get(of)?.get(inputs[0]);
    if (!entries) return undefined;
    for (const entry of entries) {
      if (!isSame(entry.inputs, inputs)) continue;
      entry.build = this.#build;
      return entry;
    }
    return undefined;
  }

  #keep<T>(of: object, inputs: readonly unknown[], value: T): T {
    const ofFunction = this.#entries.get(of) ?? new Map<unknown, Entry[]>();
    this.#entries.set(of, ofFunction);
    const entries = ofFunction.get(inputs[0]) ?? [];
    ofFunction.set(inputs[0], [...entries, { inputs, value, build: this.#build }]);
    return value;
  }
}

/** Computes everything anew: for a build that none follows. */
export const noMemo: Memo = {
  get: (_of, _inputs, compute) => compute(),
  update: (_of, _key, compute) => compute(undefined),
};

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  // Not `every`: this runs for each value of each slide in each build.
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}
