/**
 * Moves all spans in a value down by some lines. Parts without spans stay the same objects.
 *
 * @param value plain data that may contain spans
 */
export function moveLines<T>(value: T, lines: number): T {
  return lines === 0 ? value : (move(value, lines) as T);
}

function move(value: unknown, lines: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return moveAll(value, lines);
  if (value instanceof Map) return new Map(moveAll([...value], lines) as [unknown, unknown][]);
  if (value instanceof Set) return value;
  let copy: Record<string, unknown> | undefined;
  for (const key in value) {
    const before: unknown = value[key as keyof typeof value];
    const isLine = key === 'line' && typeof before === 'number' && 'column' in value;
    const after = isLine ? before + lines : move(before, lines);
    if (after === before) continue;
    copy ??= { ...value };
    copy[key] = after;
  }
  return copy ?? value;
}

function moveAll(values: readonly unknown[], lines: number): readonly unknown[] {
  let moved: unknown[] | undefined;
  for (const [i, before] of values.entries()) {
    const after = move(before, lines);
    if (after === before) continue;
    moved ??= [...values];
    moved[i] = after;
  }
  return moved ?? values;
}
