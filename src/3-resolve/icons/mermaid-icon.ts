import { didYouMean } from '../../base/diagnostics/suggest.ts';
import { fontAwesomeSets, lucideNameOf } from '../../base/icons/font-awesome.ts';
import type { Icon } from './icon-set.ts';
import type { IconSets } from './icon-sets.ts';

/** Why there is no icon. */
interface IconProblem {
  readonly message: string;
  readonly hint: string;
}

/** The sets that an icon may be in, and its name there. */
interface IconName {
  readonly sets: readonly string[];
  readonly name: string;
  /** Its neighbor in Lucide, for those who have none of the sets. */
  readonly neighbor?: string;
}

/**
 * Finds an icon as diagrams name it: `lucide:user`, `mdi mdi-fire`, `fa:fa-car`, or the name of one of Lucide. Icons
 * of Font Awesome are replaced by those of Lucide if its sets are not installed.
 *
 * @param folder of the file that names it
 */
export function findMermaidIcon(
  written: string,
  folder: string,
  sets: IconSets,
): { readonly icon: Icon } | { readonly problem: IconProblem } {
  const { sets: names, name, neighbor } = readName(written);
  const installed = names.flatMap((prefix) => {
    const set = sets.open(prefix, folder);
    return set ? [{ prefix, set }] : [];
  });
  for (const { prefix, set } of installed) {
    const icon = set.find(name);
    if (icon === 'unsafe') return { problem: unsafe(name, prefix) };
    if (icon) return { icon };
  }
  const other = neighbor === undefined ? undefined : sets.open('lucide', folder)?.find(neighbor);
  if (other && other !== 'unsafe') return { icon: other };
  const [first] = installed;
  const [wanted = ''] = names;
  if (!first) {
    const hint = `for its icon "${name}", run: npm install @iconify-json/${wanted}`;
    return { problem: { message: `the icon set "${wanted}" is not installed`, hint } };
  }
  const near = didYouMean(name, first.set.names);
  return {
    problem: {
      message: `the set "${first.prefix}" has no icon "${name}"`,
      hint: near
        ? `did you mean "${near}"?`
        : `see https://icon-sets.iconify.design/${first.prefix}/ for all of them`,
    },
  };
}

function readName(written: string): IconName {
  const [first = '', ...others] = written.trim().split(/[:\s]+/);
  const last = others.at(-1);
  if (last === undefined) return { sets: ['lucide'], name: first };
  const sets = fontAwesomeSets(first);
  if (!sets) return { sets: [first], name: withoutStart(last, `${first}-`) };
  const name = withoutStart(last, 'fa-');
  // The set `fa` is that of Font Awesome 4.
  return { sets: [...sets, ...(first === 'fa' ? ['fa'] : [])], name, neighbor: lucideNameOf(name) };
}

function withoutStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text;
}

function unsafe(name: string, prefix: string): IconProblem {
  return {
    message: `the icon "${name}" is more than a drawing: it would load, run or style something`,
    hint: `choose another one of "${prefix}"`,
  };
}
