import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';

/** An item for each name. */
export function items(
  names: readonly string[],
  kind: CompletionItemKind,
): readonly CompletionItem[] {
  return names.map((label) => ({ label, kind }));
}
