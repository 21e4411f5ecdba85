import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { Drafts } from './drafts.ts';
import { PageProxy } from './page-proxy.ts';
import type { Program } from './program.ts';
import { openServedPage } from './served-page.ts';

/** A deck in a panel next to its text, served by `lectern dev`. */
export class Preview {
  readonly #panel: vscode.WebviewPanel;
  readonly #server: ChildProcess;
  readonly #folder: string;
  #isClosed = false;
  #proxy: PageProxy | undefined;
  #drafts: Drafts | undefined;

  constructor(
    readonly file: string,
    { command, args }: Program,
    cwd: string,
    onClose: () => void,
  ) {
    this.#folder = realpathSync(cwd);
    const name = vscode.workspace.asRelativePath(file);
    this.#panel = vscode.window.createWebviewPanel(
      'lectern.preview',
      `Preview ${name}`,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, retainContextWhenHidden: true },
    );
    this.#panel.webview.html = message('The deck is being built.');
    this.#server = spawn(command, [...args, 'dev', file], {
      cwd,
      shell: process.platform === 'win32',
    });
    let output = '';
    let isStarted = false;
    this.#server.stdout?.on('data', (data) => {
      output += data;
      const address = /https?:\/\/\S+(?=\s)/.exec(output)?.[0];
      if (address === undefined || isStarted) return;
      isStarted = true;
      this.#show(address).catch((error) => this.#fail(error));
    });
    this.#server.on('error', (error) => this.#fail(error));
    this.#panel.onDidDispose(() => {
      this.#server.kill();
      this.#isClosed = true;
      this.#proxy?.close();
      this.#drafts?.close();
      onClose();
    });
  }

  /** Shows the slide with this hash. */
  follow(hash: string): void {
    void this.#panel.webview.postMessage({ hash });
  }

  /** Shows the deck with the text of a document that is not saved. */
  note(document: vscode.TextDocument): void {
    const { uri, languageId, fileName } = document;
    if (uri.scheme !== 'file' || languageId !== 'markdown' || !existsSync(fileName)) return;
    const name = path.relative(this.#folder, realpathSync(fileName));
    const text = document.isDirty ? document.getText() : undefined;
    this.#drafts?.set(name.replaceAll('\\', '/'), text);
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  #fail(error: Error): void {
    this.#panel.webview.html = message(`Lectern could not be started: ${error.message}`);
  }

  async #show(address: string): Promise<void> {
    const page = await openServedPage(address);
    if (this.#isClosed) return;
    const proxy = new PageProxy(page);
    this.#proxy = proxy;
    this.#drafts = new Drafts(page);
    const own = vscode.Uri.parse(`http://127.0.0.1:${await proxy.listen()}/`);
    const shown = proxy.addressAt((await vscode.env.asExternalUri(own)).toString(true));
    this.#panel.webview.html =
      shown === undefined
        ? message('A browser cannot show this preview: open the folder in VS Code on the desktop.')
        : frame(shown);
    for (const document of vscode.workspace.textDocuments)
      if (document.isDirty) this.note(document);
  }
}

function message(text: string): string {
  return `<!doctype html><p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
}

/** A page with the deck, which goes to the slides that the editor names. */
function frame(address: string): string {
  const { origin } = new URL(address);
  return `<!doctype html>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src ${origin}; style-src 'unsafe-inline'; script-src 'nonce-lectern'">
<style>html, body, iframe { margin: 0; padding: 0; border: 0; width: 100%; height: 100%; display: block }</style>
<iframe src="${address}"></iframe>
<script nonce="lectern">
  const frame = document.querySelector('iframe');
  let shown = '';
  addEventListener('message', ({ data }) => {
    if (typeof data.hash !== 'string' || data.hash === shown) return;
    shown = data.hash;
    // Only the hash changes: the page stays.
    frame.src = ${JSON.stringify(address)} + data.hash;
  });
</script>`;
}
