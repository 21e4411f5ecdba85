import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/**
 * Opens a deck with an unknown key in an editor that runs a command's language server, and closes the editor.
 *
 * @returns the codes of what is wrong with the deck, and the exit code of the server
 */
export async function editWith(command: string, folder: string) {
  const child = spawn(process.execPath, [command, 'lsp', '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const found = new Promise<PublishDiagnosticsParams>((resolve) =>
    connection.onNotification('textDocument/publishDiagnostics', resolve),
  );
  const rootUri = pathToFileURL(folder).href;
  const editor = { processId: process.pid, rootUri, capabilities: {} };
  await connection.sendRequest('initialize', editor);
  const uri = pathToFileURL(path.join(folder, 'open.md')).href;
  const text = '---\ntitel: x\ntheme: ink\n---\n\n# Talk\n';
  const textDocument = { uri, languageId: 'markdown', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const { diagnostics } = await found;
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  const exitCode = await ended;
  connection.dispose();
  return [diagnostics.map(({ code }) => code), exitCode];
}
