/**
 * Pairs the common lines of two blocks: first a longest common subsequence, then lines that were moved.
 * Empty lines are ignored.
 */
export function commonLines<T>(
  before: readonly T[],
  after: readonly T[],
  textOf: (line: T) => string,
): readonly (readonly [T, T])[] {
  const [old, next] = [before.map(textOf), after.map(textOf)];
  const pairs = inOrder(old, next);
  const moved = outOfOrder(old, next, pairs);
  return [...pairs, ...moved].flatMap(([i, j]) => {
    const [a, b] = [before[i], after[j]];
    return a !== undefined && b !== undefined && old[i] ? [[a, b] as const] : [];
  });
}

type Indices = readonly [before: number, after: number];

function inOrder(old: readonly string[], next: readonly string[]): readonly Indices[] {
  const lengths = measure(old, next);
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const pairs: Indices[] = [];
  for (let [i, j] = [0, 0]; i < old.length && j < next.length; ) {
    if (old[i] === next[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** The length of the longest common subsequence from each pair of indices on. */
function measure(old: readonly string[], next: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array(next.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = next.length - 1; j >= 0; j--) {
      const [row, below] = [lengths[i] ?? [], lengths[i + 1] ?? []];
      row[j] = old[i] === next[j] ? below[j + 1] + 1 : Math.max(below[j], row[j + 1]);
    }
  }
  return lengths;
}

function outOfOrder(
  old: readonly string[],
  next: readonly string[],
  pairs: readonly Indices[],
): readonly Indices[] {
  const used = new Set(pairs.map(([i]) => i));
  const found = new Set(pairs.map(([, j]) => j));
  return next.flatMap((text, j) => {
    const i = found.has(j) ? -1 : old.findIndex((other, k) => other === text && !used.has(k));
    used.add(i);
    return i < 0 ? [] : [[i, j] as const];
  });
}
