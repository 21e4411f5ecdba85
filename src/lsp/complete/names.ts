import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import { IconSets } from '../../3-resolve/icons/icon-sets.ts';
import { findPackage } from '../../base/files/find-package.ts';
import { Inputs } from '../../base/inputs.ts';

let emoji: readonly CompletionItem[] | undefined;

/** The emoji by their names, for `:smile:`. */
export async function emojiItems(): Promise<readonly CompletionItem[]> {
  if (emoji) return emoji;
  const { nameToEmoji } = await import('gemoji');
  emoji = Object.entries(nameToEmoji).map(([name, character]) => ({
    label: `:${name}:`,
    kind: CompletionItemKind.Text,
    detail: character,
  }));
  return emoji;
}

/** The icons of the set with which a name begins, for `:lucide-rocket:`; otherwise `lucide`, and the names of other sets. */
export function iconItems(written: string, folder: string): readonly CompletionItem[] {
  const sets = iconSets(folder);
  const named = sets.find((set) => written.startsWith(`${set}-`));
  if (named !== undefined) return iconsOf(named, folder);
  const others = sets.filter((set) => set !== 'lucide');
  const names = others.map((set) => ({ label: `:${set}-`, kind: CompletionItemKind.Module }));
  return [...names, ...iconsOf('lucide', folder)];
}

/** The sets that are installed for the files of a folder, long names first, and the one that Lectern contains. */
function iconSets(folder: string): readonly string[] {
  const sets = new Set(['lucide']);
  for (let at = folder; ; at = path.dirname(at)) {
    for (const name of namesIn(path.join(at, 'node_modules/@iconify-json'))) sets.add(name);
    if (at === path.dirname(at)) break;
  }
  return [...sets].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^[a-z0-9-]+$/.test(name));
  } catch {
    return [];
  }
}

/** By the name of the set and the folder of the package. */
const icons = new Map<string, readonly CompletionItem[]>();

function iconsOf(set: string, folder: string): readonly CompletionItem[] {
  const key = `${set} ${findPackage(`@iconify-json/${set}`, folder) ?? ''}`;
  const known = icons.get(key);
  if (known) return known;
  const items = (new IconSets(new Inputs()).open(set, folder)?.names ?? []).map((name) => ({
    label: `:${set}-${name}:`,
    kind: CompletionItemKind.Color,
  }));
  icons.set(key, items);
  return items;
}
