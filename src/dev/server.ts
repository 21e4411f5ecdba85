import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { livePath, pathOf } from './protocol/address.ts';
import { maxText } from './protocol/edit-request.ts';
import type { UploadResult } from './protocol/messages.ts';
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
/** Limits pages that open sockets without end. */
const maxPages = 64;
const maxConnections = 512;
/** A draft of the longest text, with JSON escapes. */
const maxMessageBytes = 4 * maxText;

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
    for (const page of this.#sockets.clients) page.terminate();
    this.#http.close();
    this.#http.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request.url ?? '');
    const scriptPage = path === undefined ? undefined : this.#site.scriptPage(path);
    const isOpened = scriptPage && deckInCookie(request, this.#auth) === scriptPage.deck;
    const refusal = isOpened ? undefined : checkRequest(request, this.#auth);
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
    if (pathOf(request.url ?? '') !== livePath) return 404;
    return this.#sockets.clients.size >= maxPages ? 503 : undefined;
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const deck = deckOfScriptPage(request, this.#auth);
    const status = this.#checkUpgrade(request, deck);
    if (status !== undefined) {
      refuseSocket(socket, status);
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (page) => {
      // A violation of the protocol ends the connection.
      page.on('error', () => page.terminate());
      this.#site.join(page, deck);
    });
  }
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
