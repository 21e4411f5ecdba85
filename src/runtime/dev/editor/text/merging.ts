import { diff } from '@codemirror/merge';
import type { ChangeSpec, Text } from '@codemirror/state';
import { diff3Merge } from 'node-diff3';

/** The minimal changes from one text to another, so that the cursor keeps its position. */
export function changesTo(doc: Text, text: string): readonly ChangeSpec[] {
  const before = doc.toString();
  return diff(before, text, { scanLimit: 500 }).map(({ fromA, toA, fromB, toB }) => ({
    from: fromA,
    to: toA,
    insert: text.slice(fromB, toB),
  }));
}

/** Whose lines are used in conflicts. */
export type Side = 'mine' | 'theirs';

interface Merged {
  readonly text: string;
  /** The number of the first conflicting line in `mine`; absent without conflicts. */
  readonly conflictLine: number | undefined;
}

/** A line-based three-way merge. */
export function mergeTexts(mine: string, base: string, theirs: string, side: Side): Merged {
  const [a = [], o = [], b = []] = [mine, base, theirs].map((text) => text.split('\n'));
  const regions = diff3Merge(a, o, b, { excludeFalseConflicts: true });
  const lines = regions.flatMap(({ ok, conflict }) => {
    return ok ?? (side === 'mine' ? conflict?.a : conflict?.b) ?? [];
  });
  const conflict = regions.find((region) => region.conflict)?.conflict;
  return { text: lines.join('\n'), conflictLine: conflict && conflict.aIndex + 1 };
}
