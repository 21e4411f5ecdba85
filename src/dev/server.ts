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
import { checkPath, editorPath, livePath, pathOf } from './protocol/address.ts';
import type { Area, Permission } from './protocol/areas.ts';
import { type Connection, ConnectionPool, peerOf } from './protocol/connection-pool.ts';
import type { UploadResult } from './protocol/messages.ts';
import { PageSockets } from './protocol/page-sockets.ts';
import {
  type AuthSettings,
  checkHost,
  checkPage,
  checkToken,
  cookieFor,
  cookieOf,
  type Refusal,
  tokenInQuery,
} from './protocol/permissions.ts';
import { RequestLimit } from './protocol/request-limit.ts';
import {
  checkMethod,
  headers,
  notFound,
  redirect,
  refuse,
  refuseSocket,
  respond,
  tooMany,
} from './protocol/responses.ts';
import { UnreadBytes } from './protocol/unread-bytes.ts';
import { type ImageUpload, isUpload, readUpload } from './protocol/upload-request.ts';

/** The content of the server. */
export interface Site {
  /** The pages for a permission, by their decoded path in its area. Nothing else is served. */
  readonly pages: (permission: Permission) => ReadonlyMap<string, () => Buffer | Promise<Buffer>>;
  /** The scripts that pages load on demand: the editor, and the checks of slides. */
  readonly editor: () => Promise<Buffer>;
  readonly checks: () => Promise<Buffer>;
  /** Saves an image next to a file of a deck. The names come from the page and are not validated yet. */
  readonly upload: (image: ImageUpload) => Promise<UploadResult>;
  /** The page of a deck with its own scripts, by its decoded path in an area. */
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
  /** The only one in which it is served. */
  readonly area: Area;
  /** As in URLs. */
  readonly path: string;
  readonly html: () => Buffer;
}

interface ServerOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly address: string;
}

/** A browser opens up to six connections, and one for each page. */
const connectionLimits = { max: 512, reserved: 64, maxPerAddress: 48 } as const;

/** A connection over which nothing is sent or read for this number of milliseconds is closed. */
const longestSilence = 30_000;

/**
 * Without `allow-same-origin`: the page has an origin that no other page has. Without `allow-popups`: it
 * could not access a second window, so that the speaker view opens as a panel.
 */
const ownOrigin = 'sandbox allow-scripts allow-modals allow-downloads allow-pointer-lock';
const scriptPageHeaders = {
  'Content-Security-Policy': `${headers['Content-Security-Policy']};${ownOrigin}`,
  // Otherwise a reload would clear the name of the tab, see `tabStorageScript`: no origin equals this one.
  'Cross-Origin-Opener-Policy': 'unsafe-none',
} as const;

/** Serves pages over HTTP and communicates with them over WebSockets. */
export class DevServer {
  readonly #site: Site;
  readonly #auth: AuthSettings;
  readonly #http: Server;
  readonly #connections = new Map<Duplex, Connection>();
  readonly #pool = new ConnectionPool(connectionLimits);
  readonly #pages = new PageSockets();
  readonly #requests = new RequestLimit();
  readonly #unread = new UnreadBytes();
  /** Connections that are closed once they have received an error: their further requests are not answered. */
  readonly #refused = new WeakSet<Duplex>();

  constructor(site: Site, auth: AuthSettings) {
    this.#site = site;
    this.#auth = auth;
    this.#http = createServer(
      { requestTimeout: 120_000, headersTimeout: 5_000, connectionsCheckingInterval: 1000 },
      (request, response) => {
        this.#answer(request, response).catch(() => response.destroy());
      },
    );
    this.#http.setTimeout(longestSilence);
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
      this.#unread.forget(socket);
      this.#pool.remove(connection);
    });
  }

  /** Records that a connection has shown the token of an area. */
  #setHolder(socket: Duplex, area: Area): void {
    const connection = this.#connections.get(socket);
    if (connection && connection.holder !== 'writer') connection.holder = holderOf(area);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A flood of requests in advance costs only the first answer.
    if (this.#refused.has(request.socket)) return;
    const target = this.#locate(request);
    const wrongHost = checkHost(request, this.#auth);
    const home = wrongHost || target ? undefined : this.#areaOfShortAddress(request);
    if (home) {
      redirect(response, `${home.base}${request.url}`);
      return;
    }
    const refusal = wrongHost ?? checkToken(request, target?.area, this.#auth);
    if (refusal || !target) {
      this.#refuse(request, response, refusal ?? notFound);
      return;
    }
    const { area, path } = target;
    this.#setHolder(request.socket, area);
    if (area.permission !== 'write' && !this.#requests.tryTake(peerOf(request.socket).address)) {
      this.#refuse(request, response, tooMany);
      return;
    }
    if (isUpload(request, path)) await this.#receive(request, response);
    else await this.#serve(request, response, area, path);
  }

  #locate(request: IncomingMessage): ReturnType<AuthSettings['areas']['find']> {
    const path = pathOf(request.url ?? '');
    return path === undefined ? undefined : this.#auth.areas.find(path);
  }

  /** The area of the token in an address that the terminal has shown, which is shorter than those of the area. */
  #areaOfShortAddress(request: IncomingMessage): Area | undefined {
    const permission = this.#auth.areas.permissionOf(tokenInQuery(request));
    const isAddress = pathOf(request.url ?? '') !== undefined && !checkMethod(request);
    return permission && isAddress ? this.#auth.areas.of(permission) : undefined;
  }

  async #serve(
    request: IncomingMessage,
    response: ServerResponse,
    area: Area,
    path: string,
  ): Promise<void> {
    const refusal = checkMethod(request);
    const scriptPage = this.#site.scriptPage(path);
    const page = area.permission && this.#site.pages(area.permission).get(path);
    if (refusal) this.#refuse(request, response, refusal);
    else if (scriptPage?.area === area) {
      this.#send(request, response, 'html', scriptPage.html(), scriptPageHeaders);
    } else if (scriptPage && area.permission) {
      const cookie = cookieOf(scriptPage.area, this.#auth);
      redirect(response, `${scriptPage.area.base}${scriptPage.path}`, { 'Set-Cookie': cookie });
    } else if (page) {
      this.#send(request, response, 'html', await page(), this.#cookieFor(request, area));
    } else if (area.permission && path === editorPath) {
      this.#send(request, response, 'javascript', await this.#site.editor());
    } else if (area.permission && path === checkPath) {
      this.#send(request, response, 'javascript', await this.#site.checks());
    } else this.#refuse(request, response, notFound);
  }

  /** Sends a page or a script. Who may write is never disconnected for reading slowly. */
  #send(
    request: IncomingMessage,
    response: ServerResponse,
    kind: string,
    body: Buffer,
    more: OutgoingHttpHeaders = {},
  ): void {
    const { socket } = request;
    if (this.#connections.get(socket)?.holder !== 'writer' && request.method !== 'HEAD') {
      response.once('finish', this.#unread.add(body, socket));
    }
    respond(request, response, kind, body, more);
  }

  #refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
    this.#refused.add(request.socket);
    refuse(response, refusal);
  }

  #cookieFor(request: IncomingMessage, area: Area): OutgoingHttpHeaders {
    const cookie = cookieFor(request, area, this.#auth);
    return cookie === undefined ? {} : { 'Set-Cookie': cookie };
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const image = await readUpload(request, this.#auth.areas);
    if ('status' in image) {
      this.#refuse(request, response, image);
      return;
    }
    const answer = JSON.stringify(await this.#site.upload(image));
    response.writeHead(200, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
    response.end(answer);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const target = this.#locate(request);
    const refusal = checkHost(request, this.#auth) ?? checkPage(request, target?.area, this.#auth);
    if (refusal || target?.path !== livePath) {
      refuseSocket(socket, refusal?.status ?? 404);
      return;
    }
    const { area } = target;
    this.#setHolder(socket, area);
    const { deck } = area;
    // The pages that run the scripts of a deck share one limit.
    const peer = deck === undefined ? peerOf(request.socket) : { address: deck, isLocal: false };
    const owner = { ...peer, holder: holderOf(area) };
    const join = (page: WebSocket): void => this.#site.join(page, deck);
    if (!this.#pages.open(request, socket, head, owner, join)) refuseSocket(socket, 503);
  }
}

function holderOf({ permission }: Area): 'writer' | 'guest' {
  return permission === 'write' ? 'writer' : 'guest';
}
