import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import { IconSets } from '../../3-resolve/icons/icon-sets.ts';
import { packageRoot } from '../../base/files/package-root.ts';
import { Inputs } from '../../base/inputs.ts';

let emoji: readonly CompletionItem[] | undefined;
let icons: readonly CompletionItem[] | undefined;

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

/** The icons that come with Lectern, for `:lucide-rocket:`. */
export function iconItems(): readonly CompletionItem[] {
  icons ??= iconNames().map((name) => ({
    label: `:lucide-${name}:`,
    kind: CompletionItemKind.Color,
  }));
  return icons;
}

function iconNames(): readonly string[] {
  return new IconSets(new Inputs()).open('lucide', packageRoot)?.names ?? [];
}
