import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';

/** The files and folders that may follow what is written of a path. */
export function filesAt(prefix: string, folder: string): readonly CompletionItem[] {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(prefix)) return [];
  const written = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  try {
    return readdirSync(path.resolve(folder, written || '.'), { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
      .map((entry) => {
        const label = entry.isDirectory() ? `${entry.name}/` : entry.name;
        return {
          label,
          kind: entry.isDirectory() ? CompletionItemKind.Folder : CompletionItemKind.File,
          filterText: written + label,
          insertText: label,
        };
      });
  } catch {
    return [];
  }
}
