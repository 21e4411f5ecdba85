import { createConnection, ProposedFeatures, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Workspace } from './decks/workspace.ts';
import { Diagnostics } from './features/diagnostics.ts';
import { registerEditing } from './handlers/editing.ts';
import { initialize } from './handlers/initialize.ts';
import { registerReading } from './handlers/reading.ts';
import { registerSynchronization } from './handlers/synchronization.ts';
import { messageStreams } from './text/byte-order-mark.ts';

/**
 * Serves an editor by the Language Server Protocol.
 *
 * @param input messages of the editor
 * @param output messages to the editor
 * @returns resolves once the editor has ended the connection
 */
export function serveEditor(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<void> {
  const { reader, writer } = messageStreams(input, output);
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  const workspace = new Workspace();
  const documents = new TextDocuments(TextDocument);
  const publish = (
    uri: string,
    diagnostics: Parameters<typeof connection.sendDiagnostics>[0]['diagnostics'],
  ): void => {
    // An editor that has ended needs none.
    connection.sendDiagnostics({ uri, diagnostics }).catch(() => {});
  };
  const diagnostics = new Diagnostics(workspace, publish);
  const session = { connection, documents, workspace, diagnostics };
  connection.onInitialize((params) => initialize(params, workspace));
  registerSynchronization(session);
  registerReading(session);
  registerEditing(session);
  documents.listen(connection);
  connection.listen();
  return new Promise((resolve) => {
    const end = (): void => {
      diagnostics.close();
      resolve();
    };
    connection.onExit(end);
    input.on('end', end);
    input.on('close', end);
  });
}
