import type { CommitSpec } from '../../../model/diagram/commits.ts';
import type { Point } from '../svg.ts';
import type { Lines } from '../typesetter.ts';
import type { SetCommit } from './commits.ts';

/** The places of commits, and of lanes across the direction. */
interface CommitPlaces {
  readonly points: readonly Point[];
  readonly lanes: readonly number[];
  /** Where lanes begin, next to the names of their branches, and end. */
  readonly start: number;
  readonly end: number;
}

export function placeCommits(
  { direction, branches }: CommitSpec,
  commits: readonly SetCommit[],
  names: readonly Lines[],
  spacing: number,
): CommitPlaces {
  const isLevel = direction === 'LR';
  const lanes = placeLanes(branches.length, commits, names, isLevel, spacing);
  const along = placeAlong(commits, isLevel, spacing);
  const sign = direction === 'BT' ? -1 : 1;
  const points = commits.map(({ commit }, i) => {
    const at = sign * (along[i] ?? 0);
    const lane = lanes[commit.branch] ?? 0;
    return isLevel ? { x: at, y: lane } : { x: lane, y: at };
  });
  return { points, lanes, start: sign * -28, end: sign * ((along.at(-1) ?? 0) + 28) };
}

/** Lanes are as far apart as labels and tags need. */
function placeLanes(
  count: number,
  commits: readonly SetCommit[],
  names: readonly Lines[],
  isLevel: boolean,
  spacing: number,
): readonly number[] {
  const lanes: number[] = [];
  let at = 0;
  for (let branch = 0; branch < count; branch++) {
    const own = commits.filter(({ commit }) => commit.branch === branch);
    const before = Math.max(0, ...own.map(({ tag }) => (isLevel ? tag.height : tag.width)));
    const after = Math.max(0, ...own.map(({ label }) => (isLevel ? label.height : label.width)));
    const name = isLevel ? 0 : (names[branch]?.width ?? 0) / 2;
    at += Math.max(before, name) + 20 * spacing + 10;
    lanes.push(at);
    at += Math.max(after, name) + 18;
  }
  return lanes;
}

/** Commits are placed one after the other, so that labels of a branch do not touch. */
function placeAlong(
  commits: readonly SetCommit[],
  isLevel: boolean,
  spacing: number,
): readonly number[] {
  const lastOf = new Map<number, { readonly at: number; readonly half: number }>();
  const places: number[] = [];
  for (const { commit, label, tag } of commits) {
    const half = isLevel
      ? Math.max(label.width, tag.width + 16, 20) / 2
      : Math.max(label.height, tag.height, 20) / 2;
    const last = lastOf.get(commit.branch);
    const free = last ? last.at + last.half + half + 10 : 0;
    const next = (places.at(-1) ?? -46 * spacing) + 46 * spacing;
    const at = Math.max(places.length === 0 ? 0 : next, free);
    lastOf.set(commit.branch, { at, half });
    places.push(at);
  }
  return places;
}
