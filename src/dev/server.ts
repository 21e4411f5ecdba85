import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { pathOf } from './protocol/address.ts';
import { maxText } from './protocol/edit-request.ts';
import type { UploadResult } from './protocol/messages.ts';
import {
  type AuthSettings,
  checkOrigin,
  checkRequest,
  cookieFor,
  type Permission,
  permissionOf,
  type Refusal,
} from './protocol/permissions.ts';
import { type ImageUpload, isUpload, readUpload } from './protocol/upload-request.ts';

/** What the server gives, and what it does with what pages say. */
export interface Site {
  /** All that there is, by its decoded path, for those with that permission. Nothing else is ever served. */
  readonly pages: (permission: Permission) => ReadonlyMap<string, () => string | Promise<string>>;
  /** The one script that pages load, when they need it. */
  readonly editor: () => Promise<string>;
  /** Puts a picture beside a file of a deck; the names are those that the page has said. */
  readonly upload: (picture: ImageUpload) => Promise<UploadResult>;
  /** A page of this server talks with it from now on. */
  readonly join: (page: WebSocket) => void;
}

interface ServerOptions {
  /** 0 for any that is free. */
  readonly port: number;
  readonly address: string;
}

/** Where the editor's script is. No deck has that path: theirs end with a slash. */
const editorPath = '/editor.js';
/** More than anyone opens; a page that opens sockets without end stops here. */
const maxPages = 64;
const maxConnections = 512;
/** A draft of the longest text, and what JSON adds to it. */
const maxMessageBytes = 4 * maxText;

const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `frame-ancestors 'self'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** Serves pages over HTTP, and talks with them over WebSockets. */
export class DevServer {
  readonly #site: Site;
  readonly #auth: AuthSettings;
  readonly #http: Server;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
    clientTracking: true,
  });

  constructor(site: Site, auth: AuthSettings) {
    this.#site = site;
    this.#auth = auth;
    this.#http = createServer(
      { requestTimeout: 120_000, headersTimeout: 5_000, connectionsCheckingInterval: 1000 },
      (request, response) => {
        this.#answer(request, response).catch(() => response.destroy());
      },
    );
    this.#http.maxConnections = maxConnections;
    this.#http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#http.on('clientError', (_, socket) => refuseSocket(socket, 400));
  }

  /**
   * @returns the port
   * @throws {NodeJS.ErrnoException} `EADDRINUSE` where another program has it
   */
  listen({ port, address }: ServerOptions): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen(port, address, () => {
        this.#http.off('error', reject);
        resolve((this.#http.address() as AddressInfo).port);
      });
    });
  }

  /** Ends all connections at once. */
  close(): void {
    for (const page of this.#sockets.clients) page.terminate();
    this.#http.close();
    this.#http.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request.url ?? '');
    const refusal = checkRequest(request, this.#auth);
    if (!refusal && isUpload(request, path)) {
      await this.#receive(request, response);
      return;
    }
    const isRefused = refusal ?? checkMethod(request);
    if (isRefused) {
      refuse(response, isRefused);
      return;
    }
    const permission = permissionOf(request, this.#auth);
    const page =
      permission && path !== undefined ? this.#site.pages(permission).get(path) : undefined;
    if (page) this.#respond(request, response, 'html', await page());
    else if (path === editorPath)
      this.#respond(request, response, 'javascript', await this.#site.editor());
    else refuse(response, { status: 404, reason: 'there is no such page here' });
  }

  #respond(request: IncomingMessage, response: ServerResponse, kind: string, text: string): void {
    const cookie = cookieFor(request, this.#auth);
    response.writeHead(200, {
      ...headers,
      'Content-Type': `text/${kind}; charset=utf-8`,
      'Content-Length': Buffer.byteLength(text),
      ...(cookie !== undefined && { 'Set-Cookie': cookie }),
    });
    response.end(request.method === 'HEAD' ? undefined : text);
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const picture = await readUpload(request, this.#auth);
    if ('status' in picture) {
      refuse(response, picture);
      return;
    }
    const answer = JSON.stringify(await this.#site.upload(picture));
    response.writeHead(200, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
    response.end(answer);
  }

  /** @returns the status of the answer */
  #checkUpgrade(request: IncomingMessage): number | undefined {
    const refusal = checkRequest(request, this.#auth) ?? checkOrigin(request);
    if (refusal) return refusal.status;
    if (pathOf(request.url ?? '') !== '/live') return 404;
    return this.#sockets.clients.size >= maxPages ? 503 : undefined;
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const status = this.#checkUpgrade(request);
    if (status !== undefined) {
      refuseSocket(socket, status);
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (page) => {
      // What breaks the protocol ends its connection; there is nothing to add.
      page.on('error', () => page.terminate());
      this.#site.join(page);
    });
  }
}

function checkMethod({ method }: IncomingMessage): Refusal | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined;
  return { status: 405, reason: 'this server only shows pages' };
}

function refuse(response: ServerResponse, { status, reason }: Refusal): void {
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'text/plain; charset=utf-8',
    Connection: 'close',
  });
  response.end(`${reason}\n`);
}

function refuseSocket(socket: Duplex, status: number): void {
  if (socket.writable) socket.write(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\n\r\n`);
  socket.destroy();
}
