import type { Memo } from '../../model/source.ts';

/** A value and its inputs. */
interface Entry {
  readonly inputs: readonly unknown[];
  value: unknown;
  /** The last build that asked for it. */
  build: number;
}

/** Values are kept for this many builds without use, such as those of a deck with an error. */
const maxIdleBuilds = 3;

/**
 * Reuses the values of pure functions in consecutive builds of a deck. A value is computed only for new inputs:
 * strings and numbers are compared by value, objects by identity. `inputs` must contain everything that the
 * value depends on; then a memo does not affect the result of a build.
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
    // Values are stored by function, which determines their type.
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

/** Reuses nothing: for single builds. */
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
