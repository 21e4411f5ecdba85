import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { didYouMean } from '../../base/diagnostics/suggest.ts';
import type { IconRef } from '../../model/deck.ts';
import type { Icon, IconSet } from './icon-set.ts';
import type { IconSets } from './icon-sets.ts';

/** Popular icon sets, for hints. */
const knownSets =
  'lucide tabler simple-icons mdi ph bi ri carbon heroicons octicon feather ion fa6-solid fa6-regular fa6-brands material-symbols fluent devicon logos skill-icons circle-flags'.split(
    ' ',
  );

/** Finds a deck's icons: `lucide` is always available, other sets are installed packages `@iconify-json/…`. */
export function findIcons(
  refs: readonly IconRef[],
  sets: IconSets,
  report: Report,
): ReadonlyMap<string, Icon> {
  const finder = new IconFinder(sets, report);
  for (const ref of refs) finder.find(ref);
  return finder.icons;
}

class IconFinder {
  readonly icons = new Map<string, Icon>();
  readonly #sets: IconSets;
  readonly #report: Report;

  constructor(sets: IconSets, report: Report) {
    this.#sets = sets;
    this.#report = report;
  }

  find(ref: IconRef): void {
    if (this.icons.has(ref.name)) return;
    const installed = splits(ref.name).flatMap(([prefix, name]) => {
      const set = this.#sets.open(prefix, path.dirname(ref.from));
      return set ? [{ prefix, name, set }] : [];
    });
    for (const { prefix, name, set } of installed) {
      const icon = set.find(name);
      if (icon === undefined) continue;
      if (icon === 'unsafe') this.#reportUnsafe(ref, prefix);
      else this.icons.set(ref.name, icon);
      return;
    }
    const [nearest] = installed;
    if (nearest) this.#reportUnknown(ref, nearest.prefix, nearest.name, nearest.set);
    else this.#reportSet(ref);
  }

  #reportUnknown({ span }: IconRef, prefix: string, name: string, set: IconSet): void {
    const near = didYouMean(name, set.names);
    const hint = near
      ? `did you mean ":${prefix}-${near}:"?`
      : `see https://icon-sets.iconify.design/${prefix}/ for all of them`;
    this.#report.add('icon-unknown', span, `the set "${prefix}" has no icon "${name}"`, hint);
  }

  #reportSet({ name, span }: IconRef): void {
    const known = splits(name).find(([prefix]) => knownSets.includes(prefix));
    const [prefix = '', rest = ''] = known ?? splits(name).at(-1) ?? [];
    const near = known ? undefined : didYouMean(prefix, knownSets);
    const hint = near
      ? `did you mean ":${near}-${rest}:"?`
      : `for an icon of that set, run: npm install @iconify-json/${prefix}`;
    const message = `the icon set "${prefix}" is not installed`;
    const text = `where this is text, write \\:${name}:`;
    this.#report.add('icon-set', span, message, `${hint}\n${text}`);
  }

  #reportUnsafe({ name, span }: IconRef, prefix: string): void {
    const message = `the icon "${name}" is more than a drawing: it would load, run or style something`;
    this.#report.add('icon-unknown', span, message, `choose another one of "${prefix}"`);
  }
}

/** The possible splits of a name into set and icon; the longest set first. */
function splits(name: string): readonly (readonly [prefix: string, name: string])[] {
  const words = name.split('-');
  return words
    .slice(1)
    .map((_, i) => [words.slice(0, i + 1).join('-'), words.slice(i + 1).join('-')] as const)
    .reverse();
}
