import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import { mediaExtensions } from '../../base/files/media-types.ts';

/** Those of `![](…)`: the images, video and audio, and the folders. */
export function mediaAt(prefix: string, folder: string): readonly CompletionItem[] {
  return filesAt(prefix, folder).filter(
    ({ label, kind }) => kind === CompletionItemKind.Folder || isMedia(label),
  );
}

function isMedia(name: string): boolean {
  return mediaExtensions.includes(path.extname(name).slice(1).toLowerCase());
}

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
