import {
  CodeActionKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol';
import { packageInfo } from '../../base/package-info.ts';
import type { Workspace } from '../decks/workspace.ts';
import { foldersOfUris } from '../text/positions.ts';

/** The commands that editors may offer. Their arguments are the address of a text and a position in it. */
export const commands = [
  'lectern.moveSlideUp',
  'lectern.moveSlideDown',
  'lectern.slideHash',
] as const;

/** Says what the server can do. */
export function initialize(params: InitializeParams, workspace: Workspace): InitializeResult {
  const { workspaceFolders, initializationOptions } = params;
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? [];
  // Editors without folders name one.
  const { rootUri } = params as { readonly rootUri?: string | null };
  workspace.folders = foldersOfUris(folders.length > 0 || !rootUri ? folders : [rootUri]);
  const options: unknown = initializationOptions;
  const allows = typeof options === 'object' && options !== null && 'allowRemote' in options;
  workspace.allowRemote = allows && options.allowRemote === true;
  return {
    serverInfo: { name: 'lectern', version: packageInfo().version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      completionProvider: {
        triggerCharacters: [':', '/', '#', '.', '[', '(', '{', '@', '^', ' '],
      },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentLinkProvider: {},
      documentFormattingProvider: true,
      codeActionProvider: {
        codeActionKinds: [
          CodeActionKind.QuickFix,
          CodeActionKind.RefactorRewrite,
          CodeActionKind.RefactorExtract,
          CodeActionKind.SourceFixAll,
        ],
      },
      executeCommandProvider: { commands: [...commands] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
