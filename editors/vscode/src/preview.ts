import { type ChildProcess, spawn } from 'node:child_process';
import * as vscode from 'vscode';
import { PageProxy } from './page-proxy.ts';
import type { Program } from './program.ts';

/** A deck in a panel next to its text, served by `lectern dev`. */
export class Preview {
  readonly #panel: vscode.WebviewPanel;
  readonly #server: ChildProcess;
  #proxy: PageProxy | undefined;

  constructor(
    readonly file: string,
    { command, args }: Program,
    cwd: string,
    onClose: () => void,
  ) {
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
    this.#server.stdout?.on('data', (data) => {
      output += data;
      const address = /https?:\/\/\S+/.exec(output)?.[0];
      if (address !== undefined && !this.#proxy) void this.#show(address);
    });
    this.#server.on('error', (error) => {
      this.#panel.webview.html = message(`Lectern could not be started: ${error.message}`);
    });
    this.#panel.onDidDispose(() => {
      this.#server.kill();
      this.#proxy?.close();
      onClose();
    });
  }

  /** Shows the slide with this hash. */
  follow(hash: string): void {
    void this.#panel.webview.postMessage({ hash });
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  async #show(address: string): Promise<void> {
    this.#proxy = new PageProxy(address);
    this.#panel.webview.html = frame(await this.#proxy.listen());
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
