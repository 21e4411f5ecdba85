import { diff } from '@codemirror/merge';
import type { ChangeSpec, Text } from '@codemirror/state';
import { merge } from 'node-diff3';

/** The few changes that make one text the other, so that the cursor stays where it is. */
export function changesTo(doc: Text, text: string): readonly ChangeSpec[] {
  const before = doc.toString();
  return diff(before, text, { scanLimit: 500 }).map(({ fromA, toA, fromB, toB }) => ({
    from: fromA,
    to: toA,
    insert: text.slice(fromB, toB),
  }));
}

/**
 * What two have made of the same text, in one, line by line.
 *
 * @returns `undefined` where both have changed the same lines
 */
export function mergeTexts(mine: string, base: string, theirs: string): string | undefined {
  const [a, o, b] = [mine, base, theirs].map((text) => text.split('\n'));
  if (!a || !o || !b) return undefined;
  const { conflict, result } = merge(a, o, b, { excludeFalseConflicts: true });
  return conflict ? undefined : result.join('\n');
}
