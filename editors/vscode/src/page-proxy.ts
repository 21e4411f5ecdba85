import { randomBytes } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServedPage } from './served-page.ts';

/** The origins of panels in VS Code. */
const frames = 'vscode-webview: vscode-file: https://*.vscode-cdn.net';

/**
 * Lets a panel of the editor show the pages of `lectern dev`. The pages need a cookie, which browsers do not send from
 * a frame, and refuse to be in the frame of another site. This server adds both. Only who knows its name can use it:
 * the name is a secret, and leads to this machine, as all names below `localhost` do.
 */
export class PageProxy {
  readonly #server: Server;
  readonly #target: URL;
  readonly #name = `lectern-${randomBytes(16).toString('hex')}.localhost`;
  #cookie: string;

  constructor({ url, cookie }: Pick<ServedPage, 'url' | 'cookie'>) {
    this.#target = url;
    this.#cookie = cookie;
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

  /** @returns its port */
  async listen(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return (this.#server.address() as AddressInfo).port;
  }

  /**
   * @param external where the window of the editor reaches this server, which may run on another machine
   * @returns the address for a frame; `undefined` if the secret name does not lead there
   */
  addressAt(external: string): string | undefined {
    const { protocol, hostname, port } = new URL(external);
    const isForwarded = protocol === 'http:' && /^(?:localhost|127\.0\.0\.1)$/.test(hostname);
    const { pathname, search } = this.#target;
    return isForwarded ? `http://${this.#name}:${port || 80}${pathname}${search}` : undefined;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #isOwn({ headers: { host, origin } }: IncomingMessage): boolean {
    // A port that is forwarded from another machine has another number there.
    return (
      host?.replace(/:\d+$/, '') === this.#name &&
      (origin === undefined || origin === `http://${host}`)
    );
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
