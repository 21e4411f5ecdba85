import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import WebSocket from 'ws';
import type { PageMessage, ServerMessage } from '../../../src/dev/protocol/messages.ts';
import { temporaryFolder } from '../../support/files.ts';
import { baseOf, cookieOf, serveDeck } from '../session.ts';

export const secret = 'nobody-may-read-this';

/** A deck with an include, among files that are not the deck's. */
export async function serveTalk(more: Parameters<typeof serveDeck>[2] = {}) {
  const outside = temporaryFolder({ 'secret.txt': secret });
  const folder = temporaryFolder({
    'package.json': `{"name":"${secret}"}`,
    'talk.md': '# A talk\n\n---\nsrc: part.md\n---\n',
    'part.md': '## Part',
    'secret.txt': secret,
    '.env': secret,
    '.git/config': secret,
    'slides/talk.md': secret,
  });
  symlinkSync(outside, path.join(folder, 'linked'));
  const running = await serveDeck(folder, 'talk.md', more);
  const page = await (await fetch(running.url)).text();
  const [, token = ''] = /"token":"([\w-]+)"/.exec(page) ?? [];
  return { ...running, folder, outside, token };
}

/** Everything in a folder, by its path. */
export function contentsOf(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file), readFileSync(file, 'latin1')];
    }),
  );
}

/** A page that says what it likes. */
export class Visitor {
  readonly messages: ServerMessage[] = [];
  readonly #socket: WebSocket;
  #notify = (): void => {};
  closed = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      this.messages.push(JSON.parse(String(data)) as ServerMessage);
      this.#notify();
    });
    socket.on('close', (code) => {
      this.closed = code;
      this.#notify();
    });
    socket.on('error', () => {});
  }

  static async open(
    port: number,
    deck = 'talk',
    cookie = cookieOf(port),
    base = baseOf(port),
  ): Promise<Visitor> {
    const origin = `http://127.0.0.1:${port}`;
    const headers = { Cookie: cookie };
    const socket = new WebSocket(`ws://127.0.0.1:${port}${base}/live`, { origin, headers });
    onTestFinished(() => socket.terminate());
    const visitor = new Visitor(socket);
    await new Promise((resolve) => socket.on('open', resolve));
    visitor.say({ type: 'hello', deck, version: '' });
    return visitor;
  }

  say(message: PageMessage | object): void {
    this.#socket.send(JSON.stringify(message));
  }

  leave(): void {
    this.#socket.close();
  }

  /** Resolves with the first message of a kind from here on, or when the connection ends. */
  async hear(type: ServerMessage['type']): Promise<ServerMessage | undefined> {
    const heard = () => this.messages.find((message) => message.type === type);
    this.messages.length = 0;
    while (!heard() && this.closed === 0) {
      await new Promise<void>((resolve) => {
        this.#notify = resolve;
      });
    }
    return heard();
  }

  async ask(message: object, type: ServerMessage['type']): Promise<ServerMessage | undefined> {
    const answer = this.hear(type);
    this.say(message);
    return answer;
  }
}
