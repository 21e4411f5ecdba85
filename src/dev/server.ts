import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { livePath, pathOf } from './protocol/address.ts';
import { type Connection, ConnectionPool, type Holder, peerOf } from './protocol/connection-pool.ts';
import type { UploadResult } from './protocol/messages.ts';
import { PageSockets } from './protocol/page-sockets.ts';
import {
  type AuthSettings,
  checkOrigin,
  checkRequest,
  cookieFor,
  cookieForScripts,
  deckInCookie,
  deckOfScriptPage,
  type Permission,
  permissionOf,
  type Refusal,
  tokenInQuery,
} from './protocol/permissions.ts';
import { type ImageUpload, isUpload, readUpload } from './protocol/upload-request.ts';

/** The content of the server. */
export interface Site {
  /** The pages for a permission, by their decoded path. Nothing else is served. */
  readonly pages: (permission: Permission) => ReadonlyMap<string, () => string | Promise<string>>;
  /** The script of the editor, the only one that pages load on demand. */
  readonly editor: () => Promise<string>;
  /** Saves an image next to a file of a deck. The names come from the page and are not validated yet. */
  readonly upload: (image: ImageUpload) => Promise<UploadResult>;
  /** The page of a deck with its own scripts, by its decoded path. */
  readonly scriptPage: (path: string) => ScriptPage | undefined;
  /**
   * Called when a page has opened its WebSocket.
   *
   * @param deck the deck whose scripts the page runs
   */
  readonly join: (page: WebSocket, deck?: string) => void;
}

/** A page that runs a deck's own scripts. It has an opaque origin, which these cannot leave. */
export interface ScriptPage {
  /** The name of the deck. */
  readonly deck: string;
  /** As in URLs. */
  readonly path: string;
  /** Shows the page again, and connects it. */
  readonly token: string;
  readonly html: () => string;
}

interface ServerOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly address: string;
}

/** The path of the editor's script. No deck has this path: theirs end with a slash. */
const editorPath = '/editor.js';
/** A browser opens up to six connections, and one for each page. */
const connectionLimits = { max: 512, reserved: 64, maxPerAddress: 48 } as const;

const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `frame-ancestors 'self'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/**
 * Without `allow-same-origin`: the page has an origin that no other page has. Without `allow-popups`: it
 * could not access a second window, so that the speaker view opens as a panel.
 */
const ownOrigin = 'sandbox allow-scripts allow-modals allow-downloads allow-pointer-lock';

/** Serves pages over HTTP and communicates with them over WebSockets. */
export class DevServer {
  readonly #site: Site;
  readonly #auth: AuthSettings;
  readonly #http: Server;
  readonly #connections = new Map<Duplex, Connection>();
  readonly #pool = new ConnectionPool(connectionLimits);
  readonly #pages = new PageSockets();

  constructor(site: Site, auth: AuthSettings) {
    this.#site = site;
    this.#auth = auth;
    this.#http = createServer(
      { requestTimeout: 120_000, headersTimeout: 5_000, connectionsCheckingInterval: 1000 },
      (request, response) => {
        this.#answer(request, response).catch(() => response.destroy());
      },
    );
    this.#http.on('connection', (socket) => this.#admit(socket));
    this.#http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#http.on('clientError', (_, socket) => refuseSocket(socket, 400));
  }

  /**
   * @returns the port
   * @throws {NodeJS.ErrnoException} `EADDRINUSE` if another program uses the port
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

  /** Closes all connections immediately. */
  close(): void {
    this.#pages.close();
    this.#http.close();
    this.#http.closeAllConnections();
  }

  #admit(socket: Socket): void {
    const connection: Connection = {
      ...peerOf(socket),
      holder: 'anonymous',
      close: () => socket.destroy(),
    };
    if (!this.#pool.admit(connection)) {
      socket.destroy();
      return;
    }
    this.#connections.set(socket, connection);
    socket.once('close', () => {
      this.#connections.delete(socket);
      this.#pool.remove(connection);
    });
  }

  /** Records that a connection has shown a secret. */
  #setHolder(socket: Duplex, holder: Holder): void {
    const connection = this.#connections.get(socket);
    if (connection && connection.holder !== 'writer') connection.holder = holder;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request.url ?? '');
    const scriptPage = path === undefined ? undefined : this.#site.scriptPage(path);
    const isOpened = scriptPage && deckInCookie(request, this.#auth) === scriptPage.deck;
    const refusal = isOpened ? undefined : checkRequest(request, this.#auth);
    if (!refusal) this.#setHolder(request.socket, holderOf(request, this.#auth));
    if (!refusal && isUpload(request, path)) {
      await this.#receive(request, response);
      return;
    }
    const rejection = refusal ?? checkMethod(request);
    if (rejection) {
      refuse(response, rejection);
      return;
    }
    if (scriptPage) {
      this.#sendScriptPage(request, response, scriptPage);
      return;
    }
    const permission = permissionOf(request, this.#auth);
    const page =
      permission && path !== undefined ? this.#site.pages(permission).get(path) : undefined;
    if (page) this.#respond(request, response, 'html', await page());
    else if (path === editorPath)
      this.#respond(request, response, 'javascript', await this.#site.editor());
    else refuse(response, { status: 404, reason: 'page not found' });
  }

  #respond(
    request: IncomingMessage,
    response: ServerResponse,
    kind: string,
    text: string,
    more: OutgoingHttpHeaders = {},
  ): void {
    const cookie = cookieFor(request, this.#auth);
    response.writeHead(200, {
      ...headers,
      'Content-Type': `text/${kind}; charset=utf-8`,
      'Content-Length': Buffer.byteLength(text),
      ...(cookie !== undefined && { 'Set-Cookie': cookie }),
      ...more,
    });
    response.end(request.method === 'HEAD' ? undefined : text);
  }

  /** The token in the address is removed by a redirect: the scripts of the page could read it. */
  #sendScriptPage(
    request: IncomingMessage,
    response: ServerResponse,
    { path, token, html }: ScriptPage,
  ): void {
    if (tokenInQuery(request) === undefined) {
      const cookie = cookieForScripts(path, token, this.#auth);
      this.#respond(request, response, 'html', html(), {
        'Content-Security-Policy': `${headers['Content-Security-Policy']};${ownOrigin}`,
        'Set-Cookie': cookie,
      });
      return;
    }
    const cookie = cookieFor(request, this.#auth);
    response.writeHead(303, {
      ...headers,
      Location: path,
      ...(cookie !== undefined && { 'Set-Cookie': cookie }),
    });
    response.end();
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const image = await readUpload(request, this.#auth);
    if ('status' in image) {
      refuse(response, image);
      return;
    }
    const answer = JSON.stringify(await this.#site.upload(image));
    response.writeHead(200, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
    response.end(answer);
  }

  /**
   * @param deck the deck whose scripts the page runs
   * @returns the status code of the rejection; `undefined` if the upgrade is allowed
   */
  #checkUpgrade(request: IncomingMessage, deck: string | undefined): number | undefined {
    const refusal = checkRequest(request, this.#auth) ?? checkOrigin(request);
    if (refusal && deck === undefined) return refusal.status;
    return pathOf(request.url ?? '') === livePath ? undefined : 404;
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const deck = deckOfScriptPage(request, this.#auth);
    const status = this.#checkUpgrade(request, deck);
    if (status !== undefined) {
      refuseSocket(socket, status);
      return;
    }
    const holder = deck === undefined ? holderOf(request, this.#auth) : 'guest';
    this.#setHolder(socket, holder);
    // The pages that run the scripts of a deck share one limit.
    const address = deck === undefined ? peerOf(request.socket) : { address: deck, isLocal: false };
    const join = (page: WebSocket): void => this.#site.join(page, deck);
    if (!this.#pages.open(request, socket, head, { ...address, holder }, join))
      refuseSocket(socket, 503);
  }
}

function holderOf(request: IncomingMessage, auth: AuthSettings): Holder {
  return permissionOf(request, auth) === 'write' ? 'writer' : 'guest';
}

function checkMethod({ method }: IncomingMessage): Refusal | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined;
  return { status: 405, reason: 'method not allowed' };
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
