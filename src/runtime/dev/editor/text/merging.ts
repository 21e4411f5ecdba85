import { diff } from '@codemirror/merge';
import type { ChangeSpec, Text } from '@codemirror/state';
import { diff3Merge } from 'node-diff3';

/** The few changes that make one text the other, so that the cursor stays where it is. */
export function changesTo(doc: Text, text: string): readonly ChangeSpec[] {
  const before = doc.toString();
  return diff(before, text, { scanLimit: 500 }).map(({ fromA, toA, fromB, toB }) => ({
    from: fromA,
    to: toA,
    insert: text.slice(fromB, toB),
  }));
}

/** Whose lines hold where two have changed the same ones. */
export type Side = 'mine' | 'theirs';

export interface Merged {
  readonly text: string;
  /** The first line, from 1, of mine that both have changed, or changed the lines at; absent where there is none. */
  readonly conflictLine: number | undefined;
}

/** What two have made of the same text, in one, line by line. */
export function mergeTexts(mine: string, base: string, theirs: string, side: Side): Merged {
  const [a = [], o = [], b = []] = [mine, base, theirs].map((text) => text.split('\n'));
  const regions = diff3Merge(a, o, b, { excludeFalseConflicts: true });
  const lines = regions.flatMap(({ ok, conflict }) => {
    return ok ?? (side === 'mine' ? conflict?.a : conflict?.b) ?? [];
  });
  const conflict = regions.find((region) => region.conflict)?.conflict;
  return { text: lines.join('\n'), conflictLine: conflict && conflict.aIndex + 1 };
}
