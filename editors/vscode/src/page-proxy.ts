import { randomBytes } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** The origins of panels in VS Code. */
const frames = 'vscode-webview: vscode-file: https://*.vscode-cdn.net';

/**
 * Lets a panel of the editor show the pages of `lectern dev`. The pages need a cookie, which browsers do not send from
 * a frame, and refuse to be in the frame of another site. This server adds both. Only who knows its name can use it:
 * the name is a secret, and leads to this machine, as all names below `localhost` do.
 *
 * @param address that `lectern dev` has printed, with its token
 */
export class PageProxy {
  readonly #server: Server;
  readonly #target: URL;
  readonly #name = `lectern-${randomBytes(16).toString('hex')}.localhost`;
  #cookie = '';

  constructor(address: string) {
    this.#target = new URL(address);
    this.#server = createServer((incoming, outgoing) => {
      if (!this.#isOwn(incoming)) {
        outgoing.writeHead(421).end();
        return;
      }
      const forwarded = request(this.#optionsFor(incoming), (answer) => {
        this.#keepCookie(answer.headers);
        const headers = {
          ...answer.headers,
          'content-security-policy': `frame-ancestors ${frames}`,
        };
        delete headers['set-cookie'];
        outgoing.writeHead(answer.statusCode ?? 502, headers);
        answer.pipe(outgoing);
      });
      forwarded.on('error', () => outgoing.destroy());
      incoming.pipe(forwarded);
    });
    this.#server.on('upgrade', (incoming, socket, head) => {
      if (!this.#isOwn(incoming)) {
        socket.destroy();
        return;
      }
      const forwarded = request(this.#optionsFor(incoming));
      forwarded.on('upgrade', (answer, remote, first) => {
        const lines = answer.rawHeaders.flatMap((name, i, all) =>
          i % 2 === 0 ? [`${name}: ${all[i + 1]}`] : [],
        );
        socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
        socket.write(first);
        remote.write(head);
        remote.pipe(socket).pipe(remote);
        for (const each of [remote, socket])
          each.on('error', () => [remote, socket].map((one) => one.destroy()));
      });
      forwarded.on('response', () => socket.destroy());
      forwarded.on('error', () => socket.destroy());
      forwarded.end();
    });
  }

  /** @returns the address for a frame */
  async listen(): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    const { pathname, search } = this.#target;
    return `http://${this.#host}${pathname}${search}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  get #host(): string {
    return `${this.#name}:${(this.#server.address() as AddressInfo).port}`;
  }

  #isOwn({ headers: { host, origin } }: IncomingMessage): boolean {
    return host === this.#host && (origin === undefined || origin === `http://${this.#host}`);
  }

  #optionsFor({ method, url, headers }: IncomingMessage) {
    const { hostname, port, host, origin } = this.#target;
    const changed: IncomingHttpHeaders = { ...headers, host, cookie: this.#cookie };
    if (headers.origin !== undefined) changed.origin = origin;
    return { hostname, port, method, path: url, headers: changed };
  }

  #keepCookie({ 'set-cookie': cookies = [] }: IncomingHttpHeaders): void {
    const [first] = cookies;
    if (first !== undefined) this.#cookie = first.split(';')[0] ?? '';
  }
}
