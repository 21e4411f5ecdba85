import path from 'node:path';
import {
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { OpenDeck } from '../decks/open-deck.ts';
import type { OpenText } from '../decks/workspace.ts';
import { foldersOfUris } from '../text/positions.ts';
import type { Session } from './session.ts';

/** Keeps the texts of the server the same as those of the editor, and checks the decks that change. */
export function registerSynchronization(session: Session): void {
  const { connection, documents, workspace } = session;
  documents.onDidOpen(({ document }) => {
    const text = workspace.open(document);
    void scheduleFor(text, session);
    if (text.isMarkdown && workspace.isTooLong(text)) explainLength(text, session);
  });
  documents.onDidChangeContent(({ document }) => {
    const text = workspace.text(document.uri);
    if (!text) return;
    workspace.change();
    void scheduleFor(text, session);
  });
  documents.onDidClose(({ document }) => void close(document.uri, session));
  connection.onDidChangeWatchedFiles(() => {
    workspace.filesChanged();
    for (const text of workspace.texts) void scheduleFor(text, session);
  });
  connection.onInitialized(() => {
    void watchFiles(session);
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = foldersOfUris(removed.map(({ uri }) => uri));
      const kept = workspace.folders.filter((folder) => !gone.includes(folder));
      workspace.folders = [...kept, ...foldersOfUris(added.map(({ uri }) => uri))];
    });
  });
}

/** Asks the editor to report changes of files that decks use. */
async function watchFiles({ connection }: Session): Promise<void> {
  const globPattern = '**/*.{md,markdown,qmd,css,csv,tsv,json,yaml,yml,xlsx,svg,png,jpg,webp}';
  try {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern }],
    });
  } catch {
    // Some editors cannot: their users see changes of other files after the next change of a text.
  }
}

function explainLength({ file }: OpenText, { connection }: Session): void {
  const name = path.basename(file);
  const message = `${name} has more than a million characters: errors are shown, but nothing is offered while you write.`;
  void connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Info,
    message,
  });
}

async function scheduleFor(text: OpenText, { workspace, diagnostics }: Session): Promise<void> {
  const deck = await workspace.deckOf(text);
  if (deck) diagnostics.schedule(deck);
}

async function close(uri: string, { workspace, diagnostics }: Session): Promise<void> {
  const text = workspace.text(uri);
  const deck = text && (await workspace.deckOf(text));
  workspace.close(uri);
  if (!deck) return;
  if (await isOpen(deck, workspace)) diagnostics.schedule(deck);
  else diagnostics.forget(deck);
}

async function isOpen(deck: OpenDeck, workspace: Session['workspace']): Promise<boolean> {
  for (const text of workspace.texts) if ((await workspace.deckOf(text)) === deck) return true;
  return false;
}
