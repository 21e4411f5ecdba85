import { WebSocket } from 'ws';
import type { ServedPage } from './served-page.ts';

/** Sends `lectern dev` the texts that are not saved yet, as the editor in its pages does. */
export class Drafts {
  readonly #page: ServedPage;
  /** By the names of files. */
  readonly #texts = new Map<string, string>();
  #socket: WebSocket | undefined;
  #lastId = 0;

  constructor(page: ServedPage) {
    this.#page = page;
  }

  /**
   * Shows the deck with this text.
   *
   * @param file relative to the folder in which `lectern dev` runs, with forward slashes
   * @param text `undefined` for what is in the file
   */
  set(file: string, text: string | undefined): void {
    if (this.#texts.get(file) === text) return;
    if (text === undefined) this.#texts.delete(file);
    else this.#texts.set(file, text);
    if (this.#socket?.readyState === WebSocket.OPEN) this.#send(file, text);
    else if (this.#socket?.readyState !== WebSocket.CONNECTING) this.#open();
  }

  close(): void {
    this.#socket?.close();
  }

  /** Connects, and sends all texts. */
  #open(): void {
    const { url, cookie, settings } = this.#page;
    const { deck, version, live } = settings;
    const socket = new WebSocket(`ws://${url.host}${live}`, {
      origin: url.origin,
      headers: { cookie },
    });
    this.#socket = socket;
    socket.on('open', () => {
      socket.send(JSON.stringify({ type: 'hello', deck, version }));
      for (const [file, text] of this.#texts) this.#send(file, text);
    });
    // The page then shows what is saved.
    socket.on('error', () => socket.close());
  }

  #send(file: string, text: string | undefined): void {
    const { token } = this.#page.settings;
    const draft = { type: 'draft', token, file, id: `vscode-${++this.#lastId}`, text };
    this.#socket?.send(JSON.stringify(draft));
  }
}
